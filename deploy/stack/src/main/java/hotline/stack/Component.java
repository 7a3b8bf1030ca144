package hotline.stack;

import java.util.List;
import java.util.Map;

/** One process of the stack: how it starts and how one sees that it works. */
interface Component {

  String name();

  /** What people call it, in both languages. */
  String label();

  int port();

  /** Components that must have answered before this one starts. */
  List<String> after();

  /** The command line; makes what must be there before the process starts. */
  List<String> command() throws Exception;

  Map<String, String> environment() throws Exception;

  /** One quick look, false when it does not answer. */
  boolean answers() throws InterruptedException;

  /** What is done each time it has started and answers, before others rely on it. */
  default void onceUp() throws Exception {}

  /** The signal that ends it in order. */
  default String endSignal() {
    return "TERM";
  }
}
