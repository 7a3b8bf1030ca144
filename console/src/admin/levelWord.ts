/**
 * What a place is called: the register's codes tell four levels, and the name which kind of it (县级市 or 区, 镇 or 街道,
 * 村委会 or 居委会).
 */
export function levelWord(place: { level: string; nameZh: string }): string {
  const name = place.nameZh;
  switch (place.level) {
    case 'district':
      if (name.endsWith('市')) {
        return 'countyCity';
      }
      return /[县旗]$/.test(name) ? 'county' : 'district';
    case 'street':
      if (name.endsWith('镇')) {
        return 'town';
      }
      return /(乡|苏木)$/.test(name) ? 'township' : 'street';
    case 'community':
      return /(村|村委会|村民委员会|嘎查)$/.test(name) ? 'village' : 'community';
    default:
      return 'city';
  }
}
