/** As the service tells it: syllables with a space between them, and a slash between the readings of one character. */
function syllables(pinyin: string): string[][] {
  return pinyin.split(' ').map((one) => one.split('/'));
}

/** Whether so much of a syllable is typed by people: its first letter, zh, ch or sh, all of it, or as far as they came. */
function isPart(reading: string, length: number, last: boolean): boolean {
  return length === 1 || length === reading.length || last || (length === 2 && /^[zcs]h/.test(reading));
}

function reads(name: string[][], at: number, typed: string): boolean {
  if (typed === '') {
    return true;
  }
  return (name[at] ?? []).some((reading) => {
    for (let length = 1; length <= reading.length && reading[length - 1] === typed[length - 1]; length++) {
      if (isPart(reading, length, length === typed.length) && reads(name, at + 1, typed.slice(length))) {
        return true;
      }
    }
    return false;
  });
}

/**
 * Whether a name is meant by letters: by its initials (wygl, sbq), its syllables (wuye), or both (wuygl), from any of
 * its characters on. Each reading of a character counts, so 重庆路 is found by cql.
 */
export function isReadAs(pinyin: string | null | undefined, typed: string): boolean {
  const letters = typed.toLowerCase().replace(/[\s']/g, '').replaceAll('ü', 'v');
  if (!pinyin || !/^[a-z0-9]*[a-z][a-z0-9]*$/.test(letters)) {
    return false;
  }
  const name = syllables(pinyin);
  return name.some((_, at) => reads(name, at, letters));
}
