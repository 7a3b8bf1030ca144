package hotline.access.guard;

import hotline.access.PlainText;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Keeps input out of the structure of the log: a message stays on its line, whatever it quotes.
 * Reports of this module have their line breaks on purpose.
 */
@LoggingFilter(name = "one-line")
public final class OneLineLogs implements Filter {
  private static final PatternFormatter MESSAGE = new PatternFormatter("%s");
  private static final String OWN_REPORTS = "hotline.access.fault";

  @Override
  public boolean isLoggable(LogRecord line) {
    if (line instanceof ExtLogRecord entry && !OWN_REPORTS.equals(entry.getLoggerName())) {
      String message = MESSAGE.format(entry);
      String visible = PlainText.visible(message);
      if (!visible.equals(message)) {
        entry.setMessage(visible, ExtLogRecord.FormatStyle.NO_FORMAT);
        entry.setParameters(null);
      }
    }
    return true;
  }
}
