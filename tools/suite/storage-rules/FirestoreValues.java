import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.Maps;
import com.google.firebase.rules.runtime.utils.ExpressionValueUtils;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.Value;
import com.google.gson.JsonObject;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Firestore's values, as rules see them. */
final class FirestoreValues {
  private FirestoreValues() {}

  /** The document in firebase-tools' answer, if there is one. */
  static Optional<ExpressionValue> document(List<String> path, JsonObject answer) {
    String status = answer.get("status").getAsString();
    return switch (status) {
      case "ok" -> Optional.of(document(path, parse(answer.getAsJsonObject("result"))));
      case "not_found" -> Optional.empty();
      default -> throw new IllegalStateException("Firestore could not be read: " + status);
    };
  }

  private static ExpressionValue document(List<String> path, Document document) {
    return ExpressionValueUtils.createValue(
        Map.of(
            "data", map(document.getFieldsMap()),
            "id", path.getLast(),
            "__name__", ExpressionValueUtils.segmentsToPathExpressions(path)));
  }

  private static Document parse(JsonObject json) {
    try {
      Document.Builder document = Document.newBuilder();
      JsonFormat.parser().merge(json.toString(), document);
      return document.build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("Firestore's document cannot be read", e);
    }
  }

  private static ExpressionValue map(Map<String, Value> fields) {
    return ExpressionValueUtils.createValue(Maps.transformValues(fields, FirestoreValues::value));
  }

  private static ExpressionValue value(Value value) {
    return switch (value.getValueTypeCase()) {
      case NULL_VALUE -> ExpressionValueUtils.NULL;
      case BOOLEAN_VALUE -> ExpressionValueUtils.createValue(value.getBooleanValue());
      case INTEGER_VALUE -> ExpressionValueUtils.createValue(value.getIntegerValue());
      case DOUBLE_VALUE -> ExpressionValueUtils.createValue(value.getDoubleValue());
      case TIMESTAMP_VALUE -> ExpressionValueUtils.createValue(value.getTimestampValue());
      case STRING_VALUE -> ExpressionValueUtils.createValue(value.getStringValue());
      case BYTES_VALUE -> ExpressionValueUtils.createValue(value.getBytesValue());
      case GEO_POINT_VALUE -> ExpressionValueUtils.createValue(value.getGeoPointValue());
      case REFERENCE_VALUE -> reference(value.getReferenceValue());
      case MAP_VALUE -> map(value.getMapValue().getFieldsMap());
      case ARRAY_VALUE ->
          ExpressionValueUtils.createValue(
              value.getArrayValue().getValuesList().stream()
                  .map(FirestoreValues::value)
                  .collect(toImmutableList()));
      default -> throw new IllegalStateException("Unknown value: " + value.getValueTypeCase());
    };
  }

  /** In rules, paths begin below "projects/PROJECT". */
  private static ExpressionValue reference(String name) {
    return ExpressionValueUtils.segmentsToPathExpressions(
        Splitter.on('/').splitToList(name).stream().skip(2).toList());
  }
}
