package hotline.intake.track;

import hotline.access.TooManyRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address may ask the public pages: a budget that refills evenly, per instance. */
@ApplicationScoped
class ClientQuota {
  private static final int MOST_CLIENTS = 20_000;

  private record Budget(double left, long at) {}

  private final ConcurrentHashMap<String, Budget> budgets = new ConcurrentHashMap<>();
  private final int perMinute;

  @Inject
  ClientQuota(@ConfigProperty(name = "hotline.track.per-client-per-minute") int perMinute) {
    this.perMinute = perMinute;
  }

  /** Takes one from the client's budget; refuses with 429 when it is used up. */
  void take(String client) {
    take(household(client), System.nanoTime());
  }

  /** A line has 2^64 addresses of IPv6 for itself: they share one budget. */
  static String household(String client) {
    String[] groups = client.split(":");
    if (groups.length < 3 || client.contains(".")) {
      return client;
    }
    try {
      byte[] address = InetAddress.getByName(client.replaceAll("[%\\]].*|\\[", "")).getAddress();
      return HexFormat.of().formatHex(address, 0, 8) + "/64";
    } catch (UnknownHostException noAddress) {
      return client;
    }
  }

  void take(String client, long now) {
    if (budgets.size() > MOST_CLIENTS) {
      forgetTheRested(now);
    }
    Budget after =
        budgets.compute(client, (unused, known) -> new Budget(refilled(known, now) - 1, now));
    if (after.left() < 0) {
      // What was refused costs nothing.
      budgets.computeIfPresent(client, (unused, known) -> new Budget(known.left() + 1, known.at()));
      throw new TooManyRequests((long) Math.ceil(60.0 / perMinute));
    }
  }

  private double refilled(Budget known, long now) {
    if (known == null) {
      return perMinute;
    }
    double minutes = (double) (now - known.at()) / TimeUnit.MINUTES.toNanos(1);
    return Math.min(perMinute, known.left() + minutes * perMinute);
  }

  private void forgetTheRested(long now) {
    for (Iterator<Budget> all = budgets.values().iterator(); all.hasNext(); ) {
      if (refilled(all.next(), now) >= perMinute) {
        all.remove();
      }
    }
  }
}
