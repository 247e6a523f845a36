package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

/**
 * The XML that Surefire wrote about the tests of a model, for whoever else reads such files. Run
 * after them, by an execution of its own; see the pom.
 */
class SurefireReportsCheck {

    private static final Path FILE =
            Path.of("target/surefire-reports/TEST-dev.mltest.sample.LanguageIdentifierTest.xml");

    private static Element suite;

    @BeforeAll
    static void the_file_is_there() throws Exception {
        assumeTrue(Files.exists(FILE), "the tests of the language identifier were not run");
        suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getDocumentElement();
    }

    @Test
    void counts_are_those_of_the_test_cases() {
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).endsWith("LanguageIdentifierTest");
        assertThat(number(suite, "tests"))
                .isEqualTo(elements("testcase").size())
                .isGreaterThan(50);
        assertThat(number(suite, "failures"))
                .isEqualTo(elements("failure").size())
                .isZero();
        assertThat(number(suite, "errors")).isEqualTo(elements("error").size()).isZero();
        assertThat(number(suite, "skipped")).isEqualTo(elements("skipped").size());
    }

    @Test
    void every_test_case_has_a_name_of_its_own_a_class_and_a_time() {
        assertThat(elements("testcase"))
                .allSatisfy(test -> {
                    assertThat(test.getAttribute("classname"))
                            .isEqualTo("dev.mltest.sample.LanguageIdentifierTest");
                    assertThat(Double.parseDouble(test.getAttribute("time"))).isNotNegative();
                })
                .extracting(test -> test.getAttribute("name"))
                .doesNotHaveDuplicates()
                .anyMatch(name -> name.startsWith("gradients_reach_every_parameter"));
    }

    @Test
    void what_was_not_applicable_is_skipped_and_says_why() {
        assertThat(elements("skipped")).isNotEmpty().allSatisfy(skipped -> {
            assertThat(skipped.getAttribute("type"))
                    .isEqualTo("org.opentest4j.TestAbortedException");
            assertThat(skipped.getTextContent())
                    .contains(" is not applicable to language-identifier: ");
        });
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static List<Element> elements(String tag) {
        NodeList found = suite.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }
}
