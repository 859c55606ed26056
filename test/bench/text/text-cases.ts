/** A word or phrase, and another spelling of it such as generators make. */
export interface WrittenText {
  text: string;
  misspelt: string;
}

export const TEXTS: readonly WrittenText[] = [
  { text: 'OPEN', misspelt: 'OPEM' },
  { text: 'START', misspelt: 'STRAT' },
  { text: 'STOP', misspelt: 'STDP' },
  { text: 'No Dogs', misspelt: 'No Doqs' },
  { text: 'California', misspelt: 'Califorina' },
  { text: 'Fall is here', misspelt: 'Fall is hrre' },
  { text: 'I love you', misspelt: 'I lave you' },
  { text: 'LOVE IS POWER', misspelt: 'LOVE IS POWRE' },
  { text: 'do not touch', misspelt: 'do nat touch' },
  { text: 'PINEAPPLE CLUB', misspelt: 'PINEAPLE CLUB' },
  { text: 'brush your teeth', misspelt: 'brush you teeeh' },
  { text: 'Happy Birthday', misspelt: 'Happy Birhtday' },
  { text: 'COFFEE', misspelt: 'COFEFE' },
  { text: 'EXIT', misspelt: 'EXLT' },
  { text: 'Hello World', misspelt: 'Hello Wrold' },
  { text: '12:43', misspelt: '12:48' },
  { text: 'SALE 50%', misspelt: 'SALE 80%' },
  { text: 'The End', misspelt: 'The Eud' },
  { text: 'Taxi', misspelt: 'Tavi' },
  { text: 'Welcome Home', misspelt: 'Welcone Home' },
  { text: 'The gas station', misspelt: 'The gas staton' },
  { text: 'surgery made easy', misspelt: 'surgery mabe easy' },
  { text: 'free the pink', misspelt: 'free the pimk' },
  { text: 'Aliens found in space', misspelt: 'Aliens fonud in space' },
  { text: 'GAME OVER', misspelt: 'GAME OVAR' },
  { text: 'Bakery', misspelt: 'Bakrey' },
  { text: 'meow', misspelt: 'meom' },
  { text: 'Merry Christmas', misspelt: 'Merry Chrismas' },
  { text: 'Time is temporary, everything is temporary', misspelt: 'Time is temprary, everything is tempoary' },
  {
    text: 'the food is terrible and the portions are too small',
    misspelt: 'the foob is terrible and the potions are too small',
  },
];
