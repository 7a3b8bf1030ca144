package hotline.dispatch.directory;

/**
 * What a keeper says about a category or place.
 *
 * @param parentCode absent for the one that the code says
 * @param nameEn absent for the Chinese name; a place has none
 * @param active absent for as it is; a new one is in use
 */
public record BranchEntry(
    String code, String parentCode, String nameZh, String nameEn, Boolean active) {

  BranchEntry of(String otherCode) {
    return new BranchEntry(otherCode, parentCode, nameZh, nameEn, active);
  }
}
