package hotline.intake.texting;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DeliveryReceiptState;

/** Reads what the gateway hands over: receipts, and what citizens write. */
final class Arrival {
  private static final int CONCATENATED = 0x00;
  private static final int CONCATENATED_WIDE = 0x08;
  private static final Pattern RECEIPT_ID =
      Pattern.compile("(?:^|\\s)id:\\s?(\\S+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern RECEIPT_STATE =
      Pattern.compile("(?:^|\\s)stat:\\s?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_CODE = 20;
  private static final Charset CHINESE = Charset.forName("GB18030");

  /**
   * A receipt for a message.
   *
   * @param state null while it is on its way
   */
  record Receipt(String gatewayId, TextState state, String reason) {

    /**
     * Other ways of writing the same name: gateways answer in one of hexadecimal and decimal, and
     * tell the end in the other, with zeros before it or without. None of a short one, which says
     * too little.
     */
    List<String> otherNames() {
      Set<String> names = new LinkedHashSet<>();
      if (gatewayId.matches("[0-9a-fA-F]{6,16}")) {
        if (gatewayId.matches("\\d+")) {
          String hex = Long.toHexString(Long.parseLong(gatewayId));
          names.add(hex);
          names.add(hex.toUpperCase(Locale.ROOT));
          names.add("0".repeat(Math.max(0, 8 - hex.length())) + hex);
          names.add("0".repeat(Math.max(0, 8 - hex.length())) + hex.toUpperCase(Locale.ROOT));
        }
        String decimal = Long.toUnsignedString(Long.parseUnsignedLong(gatewayId, 16));
        names.add(decimal);
        names.add("0".repeat(Math.max(0, 10 - decimal.length())) + decimal);
        names.add(gatewayId.replaceFirst("^0+(?=.)", ""));
        names.add(gatewayId.toLowerCase(Locale.ROOT));
        names.add(gatewayId.toUpperCase(Locale.ROOT));
      }
      names.remove(gatewayId);
      return List.copyOf(names);
    }
  }

  /**
   * What a citizen wrote.
   *
   * @param id the gateway's name for it; null where it gives none
   * @param continued whether it is not the first part of a longer text
   */
  record Written(String from, String text, String id, boolean continued) {
    /** Without anything of the person. */
    @Override
    public String toString() {
      return "Written[...]";
    }
  }

  private Arrival() {}

  static boolean isReceipt(DeliverSm told) {
    return MessageType.SMSC_DEL_RECEIPT.containedIn(told.getEsmClass());
  }

  /**
   * Read by pattern: operators of this country put codes of their own (such as MK:0012) where SMPP
   * knows a few words. Null of what says nothing that can be read.
   */
  static Receipt receipt(DeliverSm told) {
    OptionalParameter.Receipted_message_id named =
        told.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    OptionalParameter.Message_state numbered =
        told.getOptionalParameter(OptionalParameter.Message_state.class);
    return receipt(
        new String(bytes(told), StandardCharsets.ISO_8859_1),
        named == null ? null : named.getValueAsString(),
        numbered == null ? null : numbered.getValue());
  }

  /**
   * @param named the message that is named beside the text; null where none is
   * @param numbered the state that is told beside the text; null where none is
   */
  static Receipt receipt(String text, String named, Byte numbered) {
    String id = named == null || named.isBlank() ? found(RECEIPT_ID, text) : named.strip();
    String word = found(RECEIPT_STATE, text);
    if (id == null || (word == null && numbered == null)) {
      return null;
    }
    DeliveryReceiptState end = word == null ? byNumber(numbered) : byWord(word);
    if (end == null && numbered != null) {
      end = byNumber(numbered);
    }
    if (end == null) {
      // Whatever it means, it is none of the words for success.
      return new Receipt(id, TextState.UNDELIVERED, code(word));
    }
    TextState state = state(end);
    boolean arrived = state == null || state == TextState.DELIVERED;
    return new Receipt(id, state, arrived ? null : word == null ? end.name() : code(word));
  }

  private static String found(Pattern what, String text) {
    Matcher found = what.matcher(text);
    return found.find() ? found.group(1) : null;
  }

  private static DeliveryReceiptState byWord(String word) {
    try {
      return DeliveryReceiptState.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException theirOwn) {
      return null;
    }
  }

  private static String code(String word) {
    return word.length() > LONGEST_CODE ? word.substring(0, LONGEST_CODE) : word;
  }

  /** As SMPP 3.4 numbers the states of a message, 5.2.28. */
  private static DeliveryReceiptState byNumber(byte number) {
    return switch (number) {
      case 2 -> DeliveryReceiptState.DELIVRD;
      case 3 -> DeliveryReceiptState.EXPIRED;
      case 4 -> DeliveryReceiptState.DELETED;
      case 5 -> DeliveryReceiptState.UNDELIV;
      case 8 -> DeliveryReceiptState.REJECTD;
      case 7 -> DeliveryReceiptState.UNKNOWN;
      case 6 -> DeliveryReceiptState.ACCEPTD;
      default -> DeliveryReceiptState.ENROUTE;
    };
  }

  private static TextState state(DeliveryReceiptState end) {
    return switch (end) {
      case DELIVRD -> TextState.DELIVERED;
      case EXPIRED, DELETED, UNDELIV, UNKNOWN, REJECTD -> TextState.UNDELIVERED;
      case ENROUTE, ACCEPTD -> null;
    };
  }

  private static byte[] bytes(DeliverSm told) {
    byte[] bytes = told.getShortMessage();
    OptionalParameter.Message_payload payload =
        told.getOptionalParameter(OptionalParameter.Message_payload.class);
    if ((bytes == null || bytes.length == 0) && payload != null) {
      bytes = payload.getValue();
    }
    return bytes == null ? new byte[0] : bytes;
  }

  static Written written(DeliverSm told) {
    byte[] bytes = bytes(told);
    int part = 1;
    if (told.isUdhi() && bytes.length > 0) {
      int header = Math.min(bytes.length, (bytes[0] & 0xff) + 1);
      part = part(bytes, header);
      bytes = Arrays.copyOfRange(bytes, header, bytes.length);
    }
    OptionalParameter.Sar_segment_seqnum segment =
        told.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
    if (segment != null) {
      part = segment.getValue();
    }
    OptionalParameter.Receipted_message_id id =
        told.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    return new Written(
        told.getSourceAddr(),
        new String(bytes, charset(told.getDataCoding())),
        id == null ? null : id.getValueAsString(),
        part > 1);
  }

  /** The number of the part, as the header of a concatenated text gives it. */
  private static int part(byte[] bytes, int header) {
    int at = 1;
    while (at + 1 < header) {
      int element = bytes[at] & 0xff;
      int length = bytes[at + 1] & 0xff;
      int last = at + 1 + length;
      if ((element == CONCATENATED || element == CONCATENATED_WIDE) && last < header) {
        return bytes[last] & 0xff;
      }
      at = last + 1;
    }
    return 1;
  }

  private static Charset charset(byte dataCoding) {
    Alphabet alphabet = Alphabet.parseDataCoding(dataCoding);
    if (alphabet == Alphabet.ALPHA_UCS2) {
      return StandardCharsets.UTF_16BE;
    }
    // 15 is what gateways of this country call their own characters.
    return alphabet == Alphabet.ALPHA_RESERVED_15 ? CHINESE : StandardCharsets.ISO_8859_1;
  }
}
