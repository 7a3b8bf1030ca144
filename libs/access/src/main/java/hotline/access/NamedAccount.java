package hotline.access;

/**
 * Whose an account is, as the token of its holder said it last. For the screens of people who may
 * read the id beside what was done; never for events, logs or exports.
 *
 * @param id user id of the identity provider
 * @param login what its holder signs in with (工号); null where no token said it
 * @param name as it is spoken; null where no token said it
 */
public record NamedAccount(String id, String login, String name) {
  static final int LONGEST = 200;

  static NamedAccount of(Actor actor) {
    return new NamedAccount(actor.userId(), kept(actor.login()), kept(actor.displayName()));
  }

  /** Whether it can be kept: one id that cannot would hold up all that are written with it. */
  static boolean isKept(String id) {
    return !id.isBlank() && id.length() <= LONGEST && PlainText.isStorable(id);
  }

  private static String kept(String text) {
    String brief = PlainText.brief(text, LONGEST).strip();
    return brief.isEmpty() || !PlainText.isStorable(brief) ? null : brief;
  }
}
