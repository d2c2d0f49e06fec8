import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import com.google.firebase.rules.lang.CompileResult;
import com.google.firebase.rules.lang.FirebaseRulesProtoCompiler;
import com.google.firebase.rules.lang.common.FirebaseRulesLangOptions;
import com.google.firebase.rules.runtime.common.EvaluationResult;
import com.google.firebase.rules.runtime.common.Evaluator;
import com.google.firebase.rules.runtime.evaluators.AuthRuleEvaluator.RuleContext;
import com.google.firebase.rules.runtime.impl.SequentialEvaluator;
import com.google.firebase.rules.runtime.utils.PathUtils;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.firebase.rules.v1.Issue;
import com.google.firebase.rules.v1.Source;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates Storage security rules for firebase-tools, in the place of the program that it would
 * download. The rules engine is Google's own, out of the Firestore emulator's jar; the protocol,
 * one JSON object per line in both directions, is what firebase-tools speaks in
 * src/emulator/storage/rules/{runtime,types}.ts.
 *
 * <p>All work is done by the one thread that reads. A verification that needs a Firestore document
 * is put aside until the document comes in, on a line like any other.
 */
final class StorageRules {
  private static final Gson GSON = new Gson();

  private static final FirebaseRulesLangOptions OPTIONS =
      FirebaseRulesLangOptions.builder()
          .allowCrossServiceRules(true)
          .allowTernaryOperator(true)
          .build();

  private final OutputStream out;
  private final Map<String, Evaluator> rulesets = new HashMap<>();
  private final Map<JsonElement, SettableFuture<JsonObject>> awaitedDocuments = new HashMap<>();

  private StorageRules(OutputStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    System.setOut(System.err); // Standard output is for the protocol alone.
    silenceUnsafeWarning();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new StorageRules(new FileOutputStream(FileDescriptor.out)).serve(in);
  }

  /**
   * The engine makes newer JVMs warn of sun.misc.Unsafe (JEP 498) on standard error, where
   * firebase-tools takes every word for a failure of the rules. Only a JVM flag turns that off, and
   * firebase-tools sets the flags; so tell the JVM that it has warned.
   */
  private static void silenceUnsafeWarning() {
    try {
      Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
      warned.setAccessible(true);
      warned.setBoolean(null, true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Up to Java 23 there is no such warning, and a later Java may guard the field.
    }
  }

  private static CompileResult compile(Source source) {
    return FirebaseRulesProtoCompiler.createStandalone(OPTIONS).compile(source);
  }

  private void serve(BufferedReader in) throws IOException {
    send(Messages.Reply.of(new JsonPrimitive(-1), null, List.of()));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonElement id = null;
      try {
        JsonObject message = JsonParser.parseString(line).getAsJsonObject();
        id = message.get("id");
        handle(id, message);
      } catch (Throwable e) { // Even an Error: who gets no answer waits for ever.
        send(Messages.Reply.failure(id, List.of(e.toString()), List.of()));
      }
    }
  }

  private void handle(JsonElement id, JsonObject message) throws InvalidProtocolBufferException {
    SettableFuture<JsonObject> awaited = awaitedDocuments.remove(id);
    if (awaited != null) {
      awaited.set(message);
      return;
    }
    String action = field(message, "action").getAsString();
    JsonObject context = field(message, "context").getAsJsonObject();
    switch (action) {
      case "load_ruleset" -> loadRuleset(id, context);
      case "verify" -> verify(id, context);
      default -> throw new IllegalArgumentException("Unknown action: " + action);
    }
  }

  private void loadRuleset(JsonElement id, JsonObject context)
      throws InvalidProtocolBufferException {
    String name = field(context, "rulesetName").getAsString();
    CompileResult compiled = compile(parse(field(context, "source"), Source.newBuilder()).build());
    List<String> errors = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Issue issue : compiled.getIssues()) {
      boolean isError = issue.getSeverity() == Issue.Severity.ERROR;
      (isError ? errors : warnings).add(GSON.toJson(Messages.IssueText.of(issue)));
    }
    if (compiled.hasCompilationError()) {
      send(Messages.Reply.failure(id, errors, warnings));
      return;
    }
    rulesets.put(name, new SequentialEvaluator(compiled.getRulesetAst()));
    int version = compiled.getRulesetAst().getVersionValue();
    send(Messages.Reply.of(id, Map.of("rulesVersion", version), warnings));
  }

  private void verify(JsonElement id, JsonObject context) throws InvalidProtocolBufferException {
    String name = field(context, "rulesetName").getAsString();
    Evaluator ruleset = rulesets.get(name);
    if (ruleset == null) throw new IllegalArgumentException("Unknown ruleset: " + name);

    List<String> warnings = new ArrayList<>();
    var documents = new Documents(path -> fetch(id, path));
    RuleContext.Builder request =
        RuleContext.builder()
            .service(field(context, "service").getAsString())
            .method(field(context, "method").getAsString())
            .path(PathUtils.parseRaw(field(context, "path").getAsString()))
            .supplyFunction(documents.get())
            .supplyFunction(documents.exists())
            .supplyFunction(RulesFunction.debug(warnings::add));
    for (var variable : field(context, "variables").getAsJsonObject().entrySet()) {
      var value = parse(variable.getValue(), ExpressionValue.newBuilder()).build();
      request.supplyVariable(variable.getKey(), value);
    }

    Futures.addCallback(
        ruleset.evaluate(request.build()),
        new FutureCallback<EvaluationResult>() {
          @Override
          public void onSuccess(EvaluationResult result) {
            send(Messages.Reply.of(id, Map.of("permit", result.permit()), warnings));
          }

          @Override
          public void onFailure(Throwable error) {
            warnings.add(error.toString());
            send(Messages.Reply.of(id, Map.of("permit", false), warnings));
          }
        },
        MoreExecutors.directExecutor());
  }

  private ListenableFuture<JsonObject> fetch(JsonElement id, String path) {
    SettableFuture<JsonObject> document = SettableFuture.create();
    awaitedDocuments.put(id, document);
    send(Messages.DocumentRequest.of(id, path));
    return document;
  }

  private void send(Record message) {
    try {
      out.write((GSON.toJson(message) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonElement field(JsonObject message, String name) {
    JsonElement value = message.get(name);
    if (value == null) throw new IllegalArgumentException("Missing field: " + name);
    return value;
  }

  private static <B extends Message.Builder> B parse(JsonElement json, B builder)
      throws InvalidProtocolBufferException {
    JsonFormat.parser().ignoringUnknownFields().merge(json.toString(), builder);
    return builder;
  }
}
