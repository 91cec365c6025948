import { fold } from '../../../kernel/text.ts';

/** Words of names and addresses whose accents capitals lose, where only one spelling exists: « CURE » and « PRES » are left. */
const WORDS = `
  hôtel hôpital hôpitaux théâtre château châteaux église églises évêché abbé abbaye école écoles lycée collège
  musée médiathèque médiathèques bibliothèque bibliothèques ludothèque vidéothèque préfecture république liberté égalité fraternité
  résistance résistants déportés libération indépendance général maréchal père mère frères fédération fédéral
  fédérale communauté communautés agglomération métropole métropolitain région régional régionale départemental
  départementale département départements intercommunalité généraux société sociétés solidarité solidarités numérique
  numériques médiation éducation éducatif éducative étude études étudiant étudiants santé économie économique
  développement intérêt précarité mobilité accès âgées âgés aîné aînés bénévole bénévoles bénévolat
  réseau réseaux pôle pôles forêt forêts étang étangs rivière rivières île îles chêne chênes frêne frênes hêtre
  hêtres mûrier mûriers pépinière pépinières allée allées cité cités résidence résidences montée chaussée
  levée évêque août février décembre jaurès émile étienne françois françoise andré rené gérard hélène
  thérèse jérôme stéphane molière péri sémard éluard édouard eugène éric frédéric édith adélaïde
  léon léo léopold cécile clément noël joël geneviève véronique
  québec méditerranée pyrénées cévennes finistère rhône saône isère lozère ardèche drôme hérault 
  vendée nièvre corrèze dépôt dépôts clôture équipement équipe période première deuxième vallée vallées chômeur chômeurs déchets réemploi
  troisième générale présidence président présidente créateur création créations théodore crèche crèches élysée
  élysées épicerie fête fêtes hébergement réinsertion ménage métier métiers périgord rêve rêves
  sécurité sécurités sénateur séminaire sœur sœurs cœur œuvre œuvres trésorerie trésor vélo vérité`;

const ACCENTED = new Map(
  WORDS.trim()
    .split(/\s+/)
    .map((word) => [fold(word), word]),
);

/** The word in small letters, with the accents that capitals had lost when there is no doubt on them. */
export const restoreAccents = (lower: string): string => ACCENTED.get(lower) ?? lower;
