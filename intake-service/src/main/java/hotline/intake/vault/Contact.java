package hotline.intake.vault;

/** Who reported: any of the three may be absent (null). */
public record Contact(String name, PhoneNumber phone, PhoneNumber altPhone) {

  /** The first character and two stars: {@code 王**}. */
  public String maskedName() {
    return name == null ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  public boolean hasNumber() {
    return phone != null || altPhone != null;
  }

  /** The number that a text message can reach; null where there is none. */
  public PhoneNumber mobile() {
    if (phone != null && phone.isMobile()) {
      return phone;
    }
    return altPhone != null && altPhone.isMobile() ? altPhone : null;
  }

  /** Without anything of the person. */
  @Override
  public String toString() {
    return "Contact[...]";
  }
}
