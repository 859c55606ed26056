import { wordSet } from './word-set.ts';

/** Artists and studios that prompts name without "by", lower case. Names that are ordinary words are left out. */
export const ARTISTS = wordSet(`
  artgerm, greg rutkowski, alphonse mucha, mucha, magali villeneuve, wlop, ross tran, loish, ilya kuvshinov, james jean, zdzislaw beksinski, beksinski,
  h. r. giger, h r giger, hr giger, giger, moebius, jean giraud, craig mullins, peter mohrbacher, john berkey, syd mead, simon stalenhag, simon stålenhag, beeple,
  makoto shinkai, hayao miyazaki, miyazaki, studio ghibli, ghibli, katsuhiro otomo, yoji shinkawa, kim jung gi, takashi murakami, yoshitaka amano,
  norman rockwell, edward hopper, andrew wyeth, alex grey, alex ross, frank frazetta, frazetta, boris vallejo, brom, gerald brom, wayne barlowe, ian miller, john howe, alan lee,
  thomas kinkade, bob ross, albert bierstadt, thomas cole, caspar david friedrich, ivan aivazovsky, aivazovsky, ivan shishkin, ilya repin, john singer sargent, william turner,
  claude monet, vincent van gogh, van gogh, paul cezanne, henri matisse, gustav klimt, egon schiele, edvard munch, pablo picasso, picasso, salvador dali, salvador dalí, dali,
  rene magritte, rené magritte, magritte, wassily kandinsky, kandinsky, paul klee, piet mondrian, mondrian, joan miro, jackson pollock, mark rothko, andy warhol, keith haring, basquiat, banksy,
  leonardo da vinci, michelangelo, raphael, caravaggio, rembrandt, vermeer, johannes vermeer, hieronymus bosch, pieter bruegel, albrecht durer, albrecht dürer, gustave dore, gustave doré, francisco goya,
  hokusai, katsushika hokusai, hiroshige, utagawa kuniyoshi, william morris, aubrey beardsley, arthur rackham, maxfield parrish, j. c. leyendecker, jc leyendecker, leyendecker, ivan bilibin, kay nielsen,
  ansel adams, annie leibovitz, steve mccurry, irving penn, richard avedon, vivian maier, gregory crewdson, david lachapelle, tim walker, helmut newton, robert capa, dorothea lange,
  wes anderson, tim burton, stanley kubrick, david lynch, ridley scott, roger deakins, christopher nolan, quentin tarantino, guillermo del toro, wong kar-wai, akira kurosawa, andrei tarkovsky, ridley scott,
  jamie hewlett, mike mignola, jack kirby, frank miller, junji ito, hergé, charlie bowater, anna dittmann, karol bak, dan mumford, victo ngai, rhads, noah bradley, jordan grimmer, marc simonetti,
  sparth, feng zhu, raphael lacoste, justin gerard, tom bagshaw, ruan jia, sakimichan, stanley artgerm lau, stjepan sejic, clyde caldwell, michael whelan, chris foss, peter elson, jim burns, john harris, klimt, mignola, vallejo, rutkowski, mullins, bierstadt, monet, matisse, magritte, escher, m. c. escher, m c escher, mc escher, rockwell, klimt, schiele, munch, goya, monet, bruce pennington, dean ellis
`);
