package hotline.intake.texting;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/** Reads what the gateway hands over: receipts, and what citizens write. */
final class Arrival {
  private static final int CONCATENATED = 0x00;
  private static final int CONCATENATED_WIDE = 0x08;
  private static final Charset CHINESE = Charset.forName("GB18030");

  /**
   * A receipt for a message.
   *
   * @param state null while it is on its way
   */
  record Receipt(String gatewayId, TextState state, String reason) {}

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

  /** Null of what says nothing that can be read. */
  static Receipt receipt(DeliverSm told) {
    OptionalParameter.Receipted_message_id named =
        told.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    try {
      var receipt = told.getShortMessageAsDeliveryReceipt();
      String id = named == null ? receipt.getId() : named.getValueAsString();
      return id == null
          ? null
          : new Receipt(id, state(receipt.getFinalStatus()), reason(receipt.getFinalStatus()));
    } catch (InvalidDeliveryReceiptException | IllegalArgumentException notAText) {
      OptionalParameter.Message_state state =
          told.getOptionalParameter(OptionalParameter.Message_state.class);
      if (named == null || state == null) {
        return null;
      }
      DeliveryReceiptState end = byNumber(state.getValue());
      return new Receipt(named.getValueAsString(), state(end), reason(end));
    }
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
      default -> DeliveryReceiptState.ENROUTE;
    };
  }

  private static TextState state(DeliveryReceiptState end) {
    if (end == null) {
      return null;
    }
    return switch (end) {
      case DELIVRD -> TextState.DELIVERED;
      case EXPIRED, DELETED, UNDELIV, UNKNOWN, REJECTD -> TextState.UNDELIVERED;
      case ENROUTE, ACCEPTD -> null;
    };
  }

  private static String reason(DeliveryReceiptState end) {
    return end == null || end == DeliveryReceiptState.DELIVRD ? null : end.name();
  }

  static Written written(DeliverSm told) {
    byte[] bytes = told.getShortMessage();
    OptionalParameter.Message_payload payload =
        told.getOptionalParameter(OptionalParameter.Message_payload.class);
    if ((bytes == null || bytes.length == 0) && payload != null) {
      bytes = payload.getValue();
    }
    bytes = bytes == null ? new byte[0] : bytes;
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
