package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whoever has no jqwik notices nothing of the bridge to it. */
class WithoutJqwikTests {

    @Test
    void every_other_class_loads_and_links() throws IOException, ClassNotFoundException {
        try (URLClassLoader loader = withoutJqwik()) {
            for (String name : classesOfThisPackage()) {
                Class<?> loaded = Class.forName(name, true, loader);
                assertThat(loaded.getDeclaredMethods()).isNotNull();
            }
        }
    }

    @Test
    void an_assertion_works() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = withoutJqwik()) {
            Method run =
                    Class.forName(Assertion.class.getName(), true, loader).getDeclaredMethod("run");
            run.setAccessible(true);

            assertThat(run.invoke(null)).isEqualTo("held");
        }
    }

    @Test
    void jqwik_is_really_not_there() throws IOException {
        try (URLClassLoader loader = withoutJqwik()) {
            assertThatThrownBy(() -> loader.loadClass("net.jqwik.api.Arbitrary"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    /** What a user without jqwik writes. */
    static final class Assertion {

        private Assertion() {}

        static String run() {
            MltestAssertions.assertThat(FakeModels.predictor("plain")).passes(FakeChecks.held());
            return "held";
        }
    }

    private static List<String> classesOfThisPackage() {
        List<String> names = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackagesOf(MLTest.class)
                        .stream()
                        .filter(type -> type.getPackageName().equals("dev.mltest.junit"))
                        .map(type -> type.getName())
                        .toList();
        assertThat(names).hasSizeGreaterThan(25);
        return names;
    }

    private static URLClassLoader withoutJqwik() {
        URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jqwik-"))
                .map(WithoutJqwikTests::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
