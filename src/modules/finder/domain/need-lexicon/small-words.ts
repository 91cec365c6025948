/** Words that say nothing of a need, once folded. « pas », « plus », « ai » and « avoir » are not among them: « je n’ai pas internet », « je me suis fait avoir ». */
const SMALL = `
  a au aux avec c ca ce ces cet cette chez comme comment d dans de des du elle elles en est et eux faut il ils j je l la
  le les leur leurs lui m ma me mes met mets mettre moi mon n ne nos notre nous on ou par pour qu que qui quel quelle s sa se ses si soi
  son sont sur t ta te tes toi ton tu un une va vais vos votre vous y voudrais voudrait veux veut aimerais aimerait
  dois doit peux peut etre bonjour merci svp tres bien
  an and are at by can find for from get need how i in is it my of on or the this to want with would like
  al como con el ella en es la las los me mi mis para por quiero que se su un una y
  з і й на у в до мені мій мою я що як для про це
  في من على عن الى انا اريد هل ما
`;

export const SMALL_WORDS: ReadonlySet<string> = new Set(SMALL.trim().split(/\s+/));
