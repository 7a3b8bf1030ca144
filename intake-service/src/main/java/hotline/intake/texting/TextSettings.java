package hotline.intake.texting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this city writes to its citizens; while no gateway is named nothing is queued. */
@ApplicationScoped
class TextSettings {

  /** Where the operator's gateway is, and as whom it is asked. */
  record Gateway(
      String host,
      int port,
      String systemId,
      String password,
      String systemType,
      String sourceAddress) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Gateway[" + host + ":" + port + "]";
    }
  }

  private static final Duration STILL_AWAKE = Duration.ofMinutes(30);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  private final Gateway gateway;
  private final TextWords words;
  private final QuietHours quietHours;
  private final Duration expiresAfter;
  private final Duration questionHolds;
  private final int acknowledgements;
  private final Duration answerWithin;
  private final Integer promisedWorkdays;

  @Inject
  TextSettings(
      @ConfigProperty(name = "hotline.texting.gateway") Optional<String> address,
      @ConfigProperty(name = "hotline.texting.system-id") Optional<String> systemId,
      @ConfigProperty(name = "hotline.texting.password") Optional<String> password,
      @ConfigProperty(name = "hotline.texting.system-type") Optional<String> systemType,
      @ConfigProperty(name = "hotline.texting.source-address") Optional<String> sourceAddress,
      @ConfigProperty(name = "hotline.texting.signature") Optional<String> signature,
      @ConfigProperty(name = "hotline.texting.own-page") Optional<String> ownPage,
      @ConfigProperty(name = "hotline.texting.quiet-from") String quietFrom,
      @ConfigProperty(name = "hotline.texting.quiet-to") String quietTo,
      @ConfigProperty(name = "hotline.texting.expires-after") Duration expiresAfter,
      @ConfigProperty(name = "hotline.texting.question-holds") Duration questionHolds,
      @ConfigProperty(name = "hotline.texting.acknowledgements") int acknowledgements,
      @ConfigProperty(name = "hotline.texting.answer-within") Duration answerWithin,
      @ConfigProperty(name = "hotline.texting.promised-workdays")
          Optional<Integer> promisedWorkdays) {
    gateway =
        address
            .map(String::strip)
            .filter(told -> !told.isEmpty())
            .map(
                told ->
                    gateway(
                        told,
                        systemId.orElse(""),
                        password.orElse(""),
                        systemType.orElse(""),
                        sourceAddress.orElse("")))
            .orElse(null);
    words = new TextWords(signature.orElse(""), ownPage.orElse(null));
    quietHours = new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo));
    this.expiresAfter = expiresAfter;
    this.questionHolds = questionHolds;
    this.acknowledgements = acknowledgements;
    // One message at a time: whoever waits longer for an answer lets all others wait.
    if (answerWithin.compareTo(LONGEST_ANSWER) > 0 || answerWithin.toMillis() < 1) {
      throw new IllegalStateException(
          "hotline.texting.answer-within (HOTLINE_TEXTING_ANSWER_WITHIN) is at most "
              + LONGEST_ANSWER.toSeconds()
              + " s, such as PT10S");
    }
    this.answerWithin = answerWithin;
    this.promisedWorkdays = promisedWorkdays.filter(days -> days > 0).orElse(null);
  }

  private static Gateway gateway(
      String address, String systemId, String password, String systemType, String source) {
    int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
      throw new IllegalStateException(
          "hotline.texting.gateway (HOTLINE_TEXTING_GATEWAY) is host:port, such as 10.0.0.9:2775");
    }
    return new Gateway(
        address.substring(0, colon),
        Integer.parseInt(address.substring(colon + 1)),
        systemId,
        password,
        systemType,
        source);
  }

  boolean on() {
    return gateway != null;
  }

  /** Null while none is configured. */
  Gateway gateway() {
    return gateway;
  }

  TextWords words() {
    return words;
  }

  QuietHours quietHours() {
    return quietHours;
  }

  /** The moment from which a message about what happened then makes no sense any more. */
  Instant expiry(Instant happened) {
    return happened.plus(expiresAfter);
  }

  /** Since when a question must have been sent to be the one that a reply answers. */
  Instant questionsSince(Instant now) {
    return now.minus(questionHolds);
  }

  /** How long the gateway may take to answer; then it may have a message or not. */
  Duration answerWithin() {
    return answerWithin;
  }

  /** Until when who has just called or written is not woken by what follows on it. */
  Instant awakeUntil(Instant called) {
    return called.plus(STILL_AWAKE);
  }

  /** Within how many the city answers whatever is registered; null where it says no such thing. */
  Integer promisedWorkdays() {
    return promisedWorkdays;
  }

  /** How often one case is acknowledged at most, the first time included. */
  int acknowledgements() {
    return acknowledgements;
  }
}
