package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every demand of the contract notices an adapter that does not meet it. */
class ContractCanFailTest {

    static Stream<Arguments> sabotages() {
        return Stream.of(Sabotage.values())
                .flatMap(sabotage -> sabotage.noticedBy().stream()
                        .map(demand -> Arguments.of(sabotage, demand)));
    }

    @ParameterizedTest(name = "{0} is noticed by {1}")
    @MethodSource("sabotages")
    void an_adapter_that_goes_wrong_is_noticed(Sabotage sabotage, String demand) {
        SabotagedContractTestCase.sabotage = sabotage;

        assertThat(run(demand).failed().count()).isPositive();
    }

    @Test
    void every_demand_is_broken_by_some_sabotage() {
        Set<String> broken = Stream.of(Sabotage.values())
                .flatMap(sabotage -> sabotage.noticedBy().stream())
                .collect(Collectors.toSet());

        assertThat(broken)
                .containsExactlyInAnyOrderElementsOf(
                        demands().stream().map(Method::getName).toList());
    }

    private static Events run(String demand) {
        Method method = demands().stream()
                .filter(candidate -> candidate.getName().equals(demand))
                .findFirst()
                .orElseThrow();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selector(method))
                .execute()
                .testEvents();
    }

    /** A thousand rounds with one carrier are enough. */
    private static DiscoverySelector selector(Method method) {
        DiscoverySelector all = selectMethod(SabotagedContractTestCase.class, method);
        return method.getName().startsWith("memory") ? selectIteration(all, 0) : all;
    }

    private static List<Method> demands() {
        return Stream.of(SabotagedContractTestCase.class.getMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .toList();
    }
}
