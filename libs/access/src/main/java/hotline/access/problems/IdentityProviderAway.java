package hotline.access.problems;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** Tells a token that is no good from one that could not be checked. */
final class IdentityProviderAway {
  private IdentityProviderAway() {}

  static boolean explains(Throwable failed) {
    int depth = 0;
    for (Throwable cause = failed; cause != null && depth < 25; cause = cause.getCause(), depth++) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof TimeoutException
          || cause.getClass().getName().equals("io.quarkus.oidc.OIDCException")) {
        return true;
      }
    }
    return false;
  }
}
