package hotline.dispatch.directory;

/**
 * What a keeper says about a category or place.
 *
 * @param parentCode absent for the one that the code says
 * @param nameEn empty for the Chinese name, which a new one gets without it too; absent for as it
 *     is, like an empty cell of a file; a place has none
 * @param active absent for as it is; a new one is in use
 */
public record BranchEntry(
    String code, String parentCode, String nameZh, String nameEn, Boolean active) {

  BranchEntry of(String otherCode) {
    return new BranchEntry(otherCode, parentCode, nameZh, nameEn, active);
  }
}
