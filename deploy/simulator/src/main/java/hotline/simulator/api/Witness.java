package hotline.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;

/** Sees every act from outside: what was asked, what was answered, and what appeared in a list. */
public interface Witness {

  /** Looks away. */
  Witness NOBODY = new Witness() {};

  /** Before an act is sent for the first time. */
  default void asks(String key, String path) {}

  /**
   * After an act was answered with success.
   *
   * @param nanos since it was first asked, with every repetition
   */
  default void answered(String key, String path, JsonNode answer, long nanos) {}

  /** When something passing, such as a process that is down, makes a request be repeated. */
  default void repeats(String what) {}

  /** When a desk first sees what it waited for in its list. */
  default void appeared(String list, JsonNode item) {}
}
