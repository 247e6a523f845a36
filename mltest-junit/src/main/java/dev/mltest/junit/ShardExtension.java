package dev.mltest.junit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.Optional;

/**
 * Skips what belongs to another shard, saying where it is run. A class goes with the outermost one
 * around it, since JUnit does not enter a nested class without its surroundings.
 */
final class ShardExtension implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Configuration.of(context)
                .get(Setting.SHARD)
                .map(shard -> result(shard, outermostClass(context)))
                .orElseGet(() -> ConditionEvaluationResult.enabled("the suite is not split"));
    }

    private static ConditionEvaluationResult result(Shard shard, Class<?> testClass) {
        return shard.holds(testClass)
                ? ConditionEvaluationResult.enabled("belongs to shard " + shard)
                : ConditionEvaluationResult.disabled("belongs to shard %s, and this is shard %s"
                        .formatted(Shard.of(testClass, shard.count()), shard));
    }

    private static Class<?> outermostClass(ExtensionContext context) {
        Optional<ExtensionContext> around =
                context.getParent().filter(parent -> parent.getTestClass().isPresent());
        return around.isPresent() ? outermostClass(around.get()) : context.getRequiredTestClass();
    }
}
