import com.google.firebase.rules.v1.Issue;
import com.google.firebase.rules.v1.SourcePosition;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;

/**
 * What the runtime writes. The components' names are the protocol's. The status is "ok" whatever
 * happened: firebase-tools prints an answer with another one, and its caller waits on.
 */
final class Messages {
  private Messages() {}

  record Reply(
      JsonElement id, String status, List<String> errors, List<String> warnings, Object result) {
    static Reply of(JsonElement id, Object result, List<String> warnings) {
      return new Reply(id, "ok", List.of(), warnings, result);
    }

    static Reply failure(JsonElement id, List<String> errors, List<String> warnings) {
      return new Reply(id, "ok", errors, warnings, null);
    }
  }

  /** Asks for a Firestore document on behalf of the verification with this id. */
  record DocumentRequest(
      JsonElement server_request_id,
      String status,
      String action,
      List<String> errors,
      List<String> warnings,
      Map<String, String> context) {
    static DocumentRequest of(JsonElement id, String path) {
      return new DocumentRequest(
          id, "ok", "fetch_firestore_document", List.of(), List.of(), Map.of("path", path));
    }
  }

  /** An entry of errors or warnings: as JSON text, firebase-tools prints it with its position. */
  record IssueText(String description_, Position sourcePosition_) {
    record Position(String fileName_, int line_, int column_) {}

    static IssueText of(Issue issue) {
      SourcePosition at = issue.getSourcePosition();
      return new IssueText(
          issue.getDescription(), new Position(at.getFileName(), at.getLine(), at.getColumn()));
    }
  }
}
