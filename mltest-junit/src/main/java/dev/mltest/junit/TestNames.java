package dev.mltest.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** How tests are named in messages and on the command line. */
final class TestNames {

    private TestNames() {}

    /** For example {@code DigitsTest.ignores_padding}. */
    static String of(ExtensionContext context) {
        return of(context.getRequiredTestClass()) + "."
                + context.getRequiredTestMethod().getName();
    }

    /** The class without its package, nested classes joined by {@code $}. */
    static String of(Class<?> type) {
        String packageName = type.getPackageName();
        return packageName.isEmpty()
                ? type.getName()
                : type.getName().substring(packageName.length() + 1);
    }

    /** The line that runs one invocation again. */
    static String reproduceLine(ExtensionContext context, long seed, String replay) {
        String test = of(context.getRequiredTestClass()) + "#"
                + context.getRequiredTestMethod().getName();
        return "mvn test -Dtest=%s -D%s=%d%s"
                .formatted(quoted(test), Setting.SEED.name(), seed, replay);
    }

    private static String quoted(String test) {
        return test.contains("$") ? "'" + test + "'" : test;
    }
}
