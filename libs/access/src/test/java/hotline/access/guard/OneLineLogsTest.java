package hotline.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class OneLineLogsTest {
  private static String logged(ExtLogRecord line) {
    assertThat(new OneLineLogs().isLoggable(line)).isTrue();
    return new PatternFormatter("%s").format(line);
  }

  @Test
  void input_in_a_parameter_stays_on_its_line() {
    ExtLogRecord line =
        new ExtLogRecord(Level.INFO, "case %s of %s", ExtLogRecord.FormatStyle.PRINTF, "test");
    line.setLoggerName("anything");
    line.setParameters(new Object[] {"1\r\n2026 ERROR forged", "100%"});
    assertThat(logged(line)).isEqualTo("case 1\\u000d\\u000a2026 ERROR forged of 100%");
  }

  @Test
  void an_ordinary_message_is_as_it_was() {
    ExtLogRecord line =
        new ExtLogRecord(
            Level.INFO, "{0} 件, 100%", ExtLogRecord.FormatStyle.MESSAGE_FORMAT, "test");
    line.setLoggerName("anything");
    line.setParameters(new Object[] {7});
    assertThat(logged(line)).isEqualTo("7 件, 100%");
  }
}
