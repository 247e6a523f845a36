package dev.mltest.cli;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NotAvailableException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/**
 * The command line. Exit codes: 0 held, 1 violated, 2 misuse, 3 nothing could be judged. Misuse is
 * one line that begins with <em>configuration:</em>.
 */
@Command(
        name = "mltest",
        description = "Asks of a neural network on the JVM: is it wired up right?",
        subcommands = {CheckCommand.class, ReportCommand.class, FreezeCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every check that could be judged held",
            "1:at least one check is violated",
            "2:misuse; one line on the error stream says what to write",
            "3:nothing could be judged"
        })
public final class Mltest implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    Mltest() {}

    /** Does what the arguments say, and ends the process with an exit code. */
    public static void main(String[] arguments) {
        System.exit(run(commandLine(), arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Mltest())
                .setParameterExceptionHandler(Mltest::misused)
                .setExecutionExceptionHandler(Mltest::failed);
    }

    static int run(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (Error broken) {
            broken.printStackTrace(commandLine.getErr());
            return ExitCode.COULD_NOT_LOOK;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do, for example mltest check com.acme.DigitsModel");
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        command.getErr()
                .println(new ConfigurationException("%s (see %s)".formatted(oneLine(misuse), help))
                        .getMessage());
        return ExitCode.MISUSE;
    }

    private static int failed(Exception thrown, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (thrown instanceof ConfigurationException misuse) {
            err.println(oneLine(misuse));
            return ExitCode.MISUSE;
        }
        if (thrown instanceof NotAvailableException missing) {
            err.println("not available: " + oneLine(missing));
            return ExitCode.COULD_NOT_LOOK;
        }
        thrown.printStackTrace(err);
        return ExitCode.COULD_NOT_LOOK;
    }

    private static String oneLine(Exception thrown) {
        return String.join(" ", String.valueOf(thrown.getMessage()).strip().split("\\s*\\R\\s*"));
    }
}
