/** Small numbers written with words, French and English: « deux (2) fois », « three ». */

const WORDS: Readonly<Record<string, number>> = {
  un: 1, une: 1, one: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4, cinq: 5, five: 5,
  six: 6, sept: 7, seven: 7, huit: 8, eight: 8, neuf: 9, nine: 9, dix: 10, ten: 10, onze: 11, eleven: 11,
  douze: 12, twelve: 12, quinze: 15, fifteen: 15, seize: 16, vingt: 20, twenty: 20, trente: 30, thirty: 30,
  quarante: 40, soixante: 60, sixty: 60, 'dix huit': 18, eighteen: 18, 'vingt quatre': 24, 'trente six': 36,
  'quarante huit': 48, 'quatre vingt dix': 90, ninety: 90, 'cent vingt': 120, 'cent quatre vingts': 180,
  'cent quatre vingt': 180, 'thirty six': 36, 'twenty four': 24, 'forty eight': 48,
}; // prettier-ignore

const LONGEST_FIRST = Object.keys(WORDS).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const IN_WORDS = new RegExp(String.raw`(?<![a-z])(?:${LONGEST_FIRST.join('|')})(?![a-z])`, 'g');
/** Legal drafting writes a number twice: « douze (12) mois ». */
const WRITTEN_TWICE = /(?<![a-z\d])\d+ ?\( ?(\d+) ?\)/g;

/** The same folded text with its numbers in digits; « un » and « une » become 1 too. */
export function digitsFor(folded: string): string {
  const timed = folded
    .replace(/(?<![a-z])once(?![a-z])/g, '1 times')
    .replace(/(?<![a-z])twice(?![a-z])/g, '2 times');
  return timed.replace(IN_WORDS, word => String(WORDS[word])).replace(WRITTEN_TWICE, '$1');
}
