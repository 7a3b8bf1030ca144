package hotline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs run with the libraries of this program: it compiles them. */
class ExamplesTest {

  @Test
  void the_example_that_reads_the_log_compiles_with_what_is_shipped_here(@TempDir Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString());
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                options,
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjects(Path.of("../../docs/examples/ReadTheLog.java")))
            .call();
    assertThat(compiled).as(said.toString()).isTrue();
  }
}
