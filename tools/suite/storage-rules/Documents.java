import static java.util.stream.Collectors.joining;

import com.google.common.net.UrlEscapers;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.firebase.rules.runtime.common.EvaluationException;
import com.google.firebase.rules.runtime.utils.ExpressionValueUtils;
import com.google.firebase.rules.runtime.v1.ExecutionRequest;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.firebase.rules.runtime.v1.ExpressionValue.KindCase;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The Firestore documents that one evaluation reads. */
final class Documents {
  /** Production's limit; what is read twice counts once. */
  private static final int MAX_DOCUMENTS = 2;

  private final Function<String, ListenableFuture<JsonObject>> fetch;
  private final Map<List<String>, ListenableFuture<Optional<ExpressionValue>>> byPath =
      new HashMap<>();

  Documents(Function<String, ListenableFuture<JsonObject>> fetch) {
    this.fetch = fetch;
  }

  /** Fails where there is no document, as get() does in Firestore's own rules. */
  RulesFunction get() {
    return new RulesFunction("firestore.get", call -> map(read(call), Optional::orElseThrow));
  }

  RulesFunction exists() {
    return new RulesFunction(
        "firestore.exists",
        call -> map(read(call), found -> ExpressionValueUtils.createValue(found.isPresent())));
  }

  private ListenableFuture<Optional<ExpressionValue>> read(ExecutionRequest call)
      throws EvaluationException {
    var position = call.getSourcePosition();
    ExpressionValue path = call.getArguments(0);
    if (!path.hasPathValue()) {
      throw EvaluationException.makeTypeError(position, path.getKindCase(), KindCase.PATH_VALUE);
    }
    List<String> segments = ExpressionValueUtils.getPathSegments(position, path.getPathValue());
    if (byPath.size() == MAX_DOCUMENTS && !byPath.containsKey(segments)) {
      throw new EvaluationException(
          position, "An evaluation may read at most " + MAX_DOCUMENTS + " Firestore documents.");
    }
    return byPath.computeIfAbsent(segments, this::request);
  }

  private ListenableFuture<Optional<ExpressionValue>> request(List<String> segments) {
    var escaper = UrlEscapers.urlPathSegmentEscaper();
    String path = segments.stream().map(s -> "/" + escaper.escape(s)).collect(joining());
    return map(fetch.apply(path), answer -> FirestoreValues.document(segments, answer));
  }

  private static <A, B> ListenableFuture<B> map(
      ListenableFuture<A> future, Function<? super A, ? extends B> change) {
    return Futures.transform(future, change::apply, MoreExecutors.directExecutor());
  }
}
