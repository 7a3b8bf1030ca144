package hotline.dispatch.directory;

import java.util.Objects;

/**
 * One category or place as its keeper sees it.
 *
 * @param nameEn null of a place
 * @param version for If-Match; 0 of what was never changed here
 */
record Branch(String code, String nameZh, String nameEn, boolean active, long version) {

  boolean saysTheSameAs(Branch other) {
    return nameZh.equals(other.nameZh)
        && Objects.equals(nameEn, other.nameEn)
        && active == other.active;
  }

  Branch ended() {
    return new Branch(code, nameZh, nameEn, false, version);
  }
}
