package channelcert.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date on the command line. */
final class Day implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw new TypeConversionException(
          "'" + text + "' is no date; write year, month and day: 2027-03-01");
    }
  }
}
