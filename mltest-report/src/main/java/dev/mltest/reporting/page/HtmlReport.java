package dev.mltest.reporting.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.mltest.reporting.plot.Plot;
import dev.mltest.reporting.view.ReportView;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as one file that needs nothing else: styles, scripts and figures stand in it. */
public final class HtmlReport {

    private static final String TEMPLATES = "dev.mltest.reporting.page.templates";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private HtmlReport() {}

    /** The page. */
    public static String of(ReportView report) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES)
                .render(
                        "report.jte",
                        Map.of("report", report, "parts", PageParts.around(figures(report))),
                        page);
        return page.toString();
    }

    /** By the plots' ids, in a form that cannot end the element it stands in. */
    private static String figures(ReportView report) {
        Map<String, Plot> plots = new LinkedHashMap<>();
        report.models().stream()
                .flatMap(model -> model.gallery().plots().stream())
                .forEach(plot -> plots.put(plot.caption().id(), plot));
        try {
            return escaped(JSON.writerFor(JSON.getTypeFactory()
                            .constructMapType(LinkedHashMap.class, String.class, Plot.class))
                    .writeValueAsString(plots));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** These characters stand in strings only, where JSON allows them to be written as numbers. */
    static String escaped(String json) {
        String escaped = json;
        for (char special : List.of('<', '>', '&', '\u2028', '\u2029')) {
            escaped = escaped.replace(
                    String.valueOf(special), String.format("\\u%04x", (int) special));
        }
        return escaped;
    }
}
