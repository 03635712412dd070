package channelcert.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param out standard output
 * @param err standard error
 */
record Shell(int exitCode, String out, String err) {
  static Shell run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int exitCode = line.execute(arguments);
    return new Shell(exitCode, out.toString(), err.toString());
  }
}
