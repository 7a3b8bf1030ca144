package hotline.dispatch.deputies;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a deputy stands, by the clock and whether somebody ended it. */
@Schema(name = "DeputyState")
public enum DeputyState {
  COMING,
  STANDS_IN,
  OVER
}
