import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.firebase.rules.runtime.common.AsyncRuntimeFunction;
import com.google.firebase.rules.runtime.common.EvaluationException;
import com.google.firebase.rules.runtime.utils.ExpressionValueUtils;
import com.google.firebase.rules.runtime.v1.ExecutionRequest;
import com.google.firebase.rules.runtime.v1.ExecutionResponse;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import java.util.function.Consumer;

/** A function that rules can call by its name. */
record RulesFunction(String name, Body body) implements AsyncRuntimeFunction {
  @FunctionalInterface
  interface Body {
    ListenableFuture<ExpressionValue> call(ExecutionRequest call) throws EvaluationException;
  }

  /** Passes its argument on, and shows it. */
  static RulesFunction debug(Consumer<String> show) {
    return new RulesFunction(
        "debug",
        call -> {
          show.accept("debug: " + call.getArguments(0).toString().strip());
          return Futures.immediateFuture(call.getArguments(0));
        });
  }

  @Override
  public ListenableFuture<ExecutionResponse> execute(ExecutionRequest call) {
    try {
      return Futures.transform(
          body.call(call), ExpressionValueUtils::createResponse, MoreExecutors.directExecutor());
    } catch (EvaluationException e) {
      return Futures.immediateFailedFuture(e);
    }
  }
}
