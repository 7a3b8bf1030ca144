package hotline.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose accounts have acted in this process, and which of them are to be written down: an account
 * that is new here, says another name, or was written a day ago. A look into memory for each
 * request, and no statement.
 */
@ApplicationScoped
class SeenAccounts {
  static final Duration WRITTEN_EVERY = Duration.ofDays(1);

  /** More than a city's desks have; what is forgotten here is written once more. */
  static final int AT_MOST = 20_000;

  private record Noted(String login, String name, Instant until) {
    boolean says(Actor actor) {
      return Objects.equals(login, actor.login()) && Objects.equals(name, actor.displayName());
    }
  }

  private final boolean kept;
  private final InstantSource clock;
  private final Map<String, Noted> noted = new ConcurrentHashMap<>();
  private final Map<String, NamedAccount> waiting = new ConcurrentHashMap<>();

  @Inject
  SeenAccounts(@ConfigProperty(name = AccountsWriting.KEPT_YEARS) Optional<Integer> years) {
    // Tokens live by the real time, whatever clock the service goes by.
    this(years.isPresent(), InstantSource.system());
  }

  SeenAccounts(boolean kept, InstantSource clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /** Notes who acts, where the service keeps accounts. */
  void seen(Actor actor) {
    String id = actor.userId();
    if (!kept || !NamedAccount.isKept(id)) {
      return;
    }
    Noted before = noted.get(id);
    Instant now = clock.instant();
    if (before != null && before.says(actor) && now.isBefore(before.until())) {
      return;
    }
    if (noted.size() >= AT_MOST) {
      noted.clear();
    }
    waiting.put(id, NamedAccount.of(actor));
    noted.put(id, new Noted(actor.login(), actor.displayName(), now.plus(WRITTEN_EVERY)));
  }

  /**
   * Those to be written, in one order for all instances, so that none waits for another in turn.
   */
  List<NamedAccount> waiting(int atMost) {
    return waiting.values().stream()
        .sorted(Comparator.comparing(NamedAccount::id))
        .limit(atMost)
        .toList();
  }

  /** They are written down; who meanwhile said another name goes on waiting. */
  void written(List<NamedAccount> accounts) {
    accounts.forEach(account -> waiting.remove(account.id(), account));
  }
}
