package dev.mltest.cli;

import dev.mltest.model.ConfigurationException;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What came of one command by itself, run in this process on a day of the test's choice. */
record Ran(int code, String out, String err) {

    static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    static Ran of(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((thrown, line, parsed) -> misuse(thrown, line))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    private static int misuse(Exception thrown, CommandLine line) throws Exception {
        if (thrown instanceof ConfigurationException) {
            line.getErr().println(thrown.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw thrown;
    }
}
