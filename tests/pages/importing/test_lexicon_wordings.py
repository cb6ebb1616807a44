"""The wordings of each language lead where its readers would look, and unknown ones nowhere."""

from dataclasses import dataclass

import pytest

from pages.importing.boilerplate import SERIES
from pages.importing.formats import import_document
from pages.importing.lexicon_files import lexicon_for
from pages.importing.values import FlagKind, Kind
from pages.vocabulary import Approach, Section


@dataclass(frozen=True)
class Wordings:
    """What a lexicon makes of single lines, and of a page."""

    headings: dict[str, str]
    approaches: dict[str, Approach]
    unknown: list[str]
    boilerplate: dict[str, str]
    text: list[str]
    page: str
    title: str
    outline: list[tuple[str, str | None, list[str]]]
    dropped: list[str]


FRENCH = Wordings(
    headings={
        "Qu’est-ce que c’est ?": "definition",
        "Qu'est-ce qu'une hernie discale ?": "definition",
        "Définition de la maladie": "definition",
        "Comprendre l’arthrose": "definition",
        "De quoi s’agit-il ?": "definition",
        "L’essentiel": "definition",
        "Vue d’ensemble": "definition",
        "Les différents types de diabète": "definition",
        "Principaux repères": "definition",
        "Généralités": "definition",
        "Causes": "causes",
        "Les causes possibles": "causes",
        "Quelles sont les causes ?": "causes",
        "À quoi est-ce dû ?": "causes",
        "Causes et facteurs de risque": "causes",
        "Facteurs favorisants": "causes",
        "Qui est à risque ?": "causes",
        "Comment se transmet la maladie ?": "causes",
        "Comment attrape-t-on la gale ?": "causes",
        "Pourquoi cela survient-il ?": "causes",
        "Étiologie de la goutte": "causes",
        "Physiopathologie": "causes",
        "Est-ce contagieux ?": "causes",
        "Symptômes": "signs",
        "Les premiers signes": "signs",
        "Quels sont les principaux symptômes ?": "signs",
        "Comment se manifeste la maladie ?": "signs",
        "Comment reconnaître une entorse ?": "signs",
        "Symptomatologie": "signs",
        "Tableau clinique": "signs",
        "Manifestations cliniques": "signs",
        "Diagnostic": "diagnosis",
        "Le diagnostic de l’asthme": "diagnosis",
        "Comment pose-t-on le diagnostic ?": "diagnosis",
        "Comment la maladie est-elle diagnostiquée ?": "diagnosis",
        "Faut-il faire des examens ?": "diagnosis",
        "Examens complémentaires": "diagnosis",
        "Analyses de sang": "diagnosis",
        "Examen clinique": "diagnosis",
        "Bilan sanguin": "diagnosis",
        "Diagnostic différentiel": "diagnosis",
        "Comment se déroule la consultation ?": "diagnosis",
        "Traitement": "treatments",
        "La prise en charge": "treatments",
        "En quoi consiste le traitement ?": "treatments",
        "Comment soigner une angine ?": "treatments",
        "Peut-on guérir de cette maladie ?": "treatments",
        "Options de traitement": "treatments",
        "Suivi médical": "treatments",
        "Les essais cliniques": "treatments",
        "Soins palliatifs": "treatments",
        "Prévention": "further",
        "Comment prévenir la grippe ?": "further",
        "Que faire pour éviter une rechute ?": "further",
        "Complications possibles": "further",
        "Évolution et pronostic": "further",
        "Combien de temps dure la maladie ?": "further",
        "Que faire et quand consulter ?": "further",
        "Quand appeler le 15 ?": "further",
        "Consultez un médecin si :": "further",
        "Vivre avec la maladie": "further",
        "Grossesse et allaitement": "further",
        "Épidémiologie": "further",
        "Vaccination": "further",
        "Associations de patients": "further",
        "À retenir": "same",
        "Points clés": "same",
        "Stade II": "same",
        "Notes et références": "boilerplate",
        "Liens externes": "boilerplate",
        "Voir aussi": "boilerplate",
        "À propos de cette brochure": "boilerplate",
        "Mentions légales": "boilerplate",
    },
    approaches={
        "Traitement multidisciplinaire": Approach.MULTIDISCIPLINARY,
        "Prise en charge pluridisciplinaire": Approach.MULTIDISCIPLINARY,
        "Soutien psychologique": Approach.NON_PHYSICAL,
        "Thérapie cognitivo-comportementale": Approach.NON_PHYSICAL,
        "Que puis-je faire moi-même ?": Approach.SELF_CARE,
        "Hygiène de vie": Approach.SELF_CARE,
        "Infiltrations de corticoïdes": Approach.INTERVENTIONAL,
        "Traitement chirurgical": Approach.INVASIVE,
        "L’appendicectomie": Approach.INVASIVE,
        "La kinésithérapie": Approach.PHYSICAL,
        "Traitement médicamenteux": Approach.MEDICINE,
        "Les antibiotiques": Approach.MEDICINE,
        "Chimiothérapie": Approach.MEDICINE,
        "Médecines douces": Approach.OTHER,
        "Radiothérapie": Approach.OTHER,
    },
    unknown=[
        "Au bureau",
        "Les enfants de Marie",
        "Une journée à l’hôpital",
        "Le restaurant du personnel",
        "Liens avec le tabac",
        "Contact avec les animaux",
        "Horaires de visite",
        "Le rôle de la famille",
    ],
    boilerplate={
        "Aller au contenu principal": "navigation",
        "Vous êtes ici : Accueil > Maladies": "navigation",
        "Haut de page": "navigation",
        "Ce site utilise des cookies pour améliorer votre visite.": "cookies",
        "En poursuivant votre navigation, vous acceptez l’utilisation de cookies.": "cookies",
        "Tout accepter": "cookies",
        "Imprimer cette page": "sharing",
        "Suivez-nous sur les réseaux sociaux": "sharing",
        "© 2021 Hôpital Saint-Luc. Tous droits réservés.": "footer",
        "Mentions légales": "footer",
        "Ces informations vous ont-elles été utiles ?": "feedback",
        "Dernière mise à jour : 12 mars 2021": "review date",
        "Je ne suis pas un robot": "captcha",
        "Merci d’avoir répondu à notre questionnaire.": "survey",
    },
    text=[
        "Les médicaments soulagent la douleur.",
        "Vous pouvez imprimer le formulaire et le donner au médecin.",
        "La maladie a été décrite en 1921.",
        "Les informations sur la douleur sont utiles au médecin.",
        "Partager des aiguilles",
    ],
    page="""Aller au contenu
Accueil
Le syndrome du canal carpien

Le syndrome du canal carpien est une compression d'un nerf du poignet.

La cause la plus fréquente du syndrome du canal carpien est un gonflement autour des tendons.

Comment se manifeste-t-il ?

Vous ressentez les gênes suivantes :
- des fourmillements dans les doigts
- une douleur la nuit

Comment fait-on le diagnostic ?

Le médecin examine votre main et vous pose des questions.

Examens complémentaires

Un électromyogramme mesure la conduction du nerf.

Quels sont les traitements ?

Attelle

Une attelle se porte la nuit.

Chirurgie

L'opération libère le nerf sous anesthésie locale.

Travail et sport

Reprenez peu à peu.

Quand consulter un médecin ?

Consultez si la main perd de la force.

Sources

Société de la main, 2019.

Cette page vous a-t-elle été utile ?
Plan du site
""",
    title="Le syndrome du canal carpien",
    outline=[
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "Comment se manifeste-t-il ?", []),
        ("diagnosis", "Comment fait-on le diagnostic ?", ["Examens complémentaires"]),
        ("treatments", "Quels sont les traitements ?", ["Attelle", "Chirurgie"]),
        ("further", "Travail et sport", []),
        ("further", "Quand consulter un médecin ?", []),
    ],
    dropped=[
        "Aller au contenu",
        "Accueil",
        "Sources",
        "Société de la main, 2019.",
        "Cette page vous a-t-elle été utile ?",
        "Plan du site",
    ],
)

PORTUGUESE = Wordings(
    headings={
        "O que é a gastrite?": "definition",
        "O que é?": "definition",
        "Definição": "definition",
        "Visão geral": "definition",
        "Considerações gerais": "definition",
        "Quais são os tipos de diabetes?": "definition",
        "Entenda a doença": "definition",
        "Em que consiste?": "definition",
        "Causas": "causes",
        "Quais são as causas da gastrite?": "causes",
        "O que causa a gota?": "causes",
        "Fatores de risco": "causes",
        "Quem está em risco?": "causes",
        "Como se transmite?": "causes",
        "Por que acontece?": "causes",
        "A quem afeta": "causes",
        "Etiologia e patogênese": "causes",
        "É contagiosa?": "causes",
        "Principais sintomas": "signs",
        "Quais são os sintomas da gota?": "signs",
        "Sinais e sintomas": "signs",
        "Como se manifesta?": "signs",
        "Como saber se tenho gota?": "signs",
        "Quadro clínico": "signs",
        "Manifestações clínicas": "signs",
        "O diagnóstico": "diagnosis",
        "Como é feito o diagnóstico?": "diagnosis",
        "Como é diagnosticada a doença?": "diagnosis",
        "Como confirmar o diagnóstico": "diagnosis",
        "Que exames preciso de fazer?": "diagnosis",
        "Exames complementares": "diagnosis",
        "Análises ao sangue": "diagnosis",
        "História clínica": "diagnosis",
        "Rastreio": "diagnosis",
        "Estadiamento do cancro": "diagnosis",
        "O tratamento da gastrite": "treatments",
        "Como é feito o tratamento?": "treatments",
        "Como se trata?": "treatments",
        "A doença tem cura?": "treatments",
        "Opções de tratamento": "treatments",
        "Cuidados paliativos": "treatments",
        "Ensaios clínicos": "treatments",
        "Prevenção": "further",
        "Como se proteger?": "further",
        "O que fazer para evitar a gota?": "further",
        "Possíveis complicações": "further",
        "Prognóstico": "further",
        "Quanto tempo dura?": "further",
        "Quando devo ir ao médico?": "further",
        "A que médico devo ir?": "further",
        "Procure um médico se:": "further",
        "Sinais de alerta": "further",
        "Viver com diabetes": "further",
        "Gravidez e amamentação": "further",
        "Sociedade e cultura": "further",
        "Vacinas": "further",
        "Perguntas frequentes": "further",
        "Pontos-chave": "same",
        "Estágio III": "same",
        "Referências": "boilerplate",
        "Ligações externas": "boilerplate",
        "Ver também": "boilerplate",
        "Sobre este folheto": "boilerplate",
        "Aviso legal": "boilerplate",
    },
    approaches={
        "Equipe multidisciplinar": Approach.MULTIDISCIPLINARY,
        "Apoio psicológico": Approach.NON_PHYSICAL,
        "O que posso fazer?": Approach.SELF_CARE,
        "Remédios caseiros": Approach.SELF_CARE,
        "Infiltração de corticoides": Approach.INTERVENTIONAL,
        "A cirurgia": Approach.INVASIVE,
        "Tratamento cirúrgico": Approach.INVASIVE,
        "Fisioterapia": Approach.PHYSICAL,
        "Exercícios para o joelho": Approach.PHYSICAL,
        "Anti-inflamatórios": Approach.MEDICINE,
        "Remédios para gota": Approach.MEDICINE,
        "Quimioterapia": Approach.MEDICINE,
        "Outros tratamentos": Approach.OTHER,
        "Medicina alternativa": Approach.OTHER,
    },
    unknown=[
        "Na cozinha",
        "Horários de visita",
        "O papel da família",
        "A minha história",
        "O caso da Maria",
        "Contato com animais",
        "Ao ar livre",
        "O sono",
    ],
    boilerplate={
        "Saltar para o conteúdo principal": "navigation",
        "Você está aqui: Início": "navigation",
        "Voltar ao topo": "navigation",
        "Este site utiliza cookies para melhorar a sua visita.": "cookies",
        "Ao continuar a navegar, aceita a utilização de cookies.": "cookies",
        "Aceitar todos os cookies": "cookies",
        "Compartilhar no Facebook": "sharing",
        "Imprimir esta página": "sharing",
        "© 2020 Hospital Central. Todos os direitos reservados.": "footer",
        "Mapa do site": "footer",
        "Esta página foi útil?": "feedback",
        "Última atualização: 3 de maio de 2020": "review date",
        "Não sou um robô": "captcha",
        "Obrigado por responder ao questionário.": "survey",
    },
    text=[
        "A informação sobre a dor ajuda o médico.",
        "Estas informações foram dadas ao médico de família.",
        "Está em casa e não consegue andar.",
        "Guardar o medicamento no frigorífico",
        "Compartilhar agulhas",
        "A doença foi descrita em 1921.",
    ],
    page="""Ir para o conteúdo
Início
Síndrome do túnel do carpo

A síndrome do túnel do carpo é a compressão de um nervo do punho.

A causa mais comum da síndrome do túnel do carpo é o inchaço dos tendões.

Como se manifesta?

Sente no dia a dia os seguintes incômodos:
- formigueiro nos dedos
- dor durante a noite

Como é feito o diagnóstico?

O médico observa a mão e faz perguntas.

Exames complementares

A eletromiografia mede a condução do nervo.

Como se trata?

Tala

Uma tala usa-se durante a noite.

Cirurgia

A operação liberta o nervo com anestesia local.

Gravidez e amamentação

As queixas passam muitas vezes depois do parto.

Quando procurar um médico?

Procure ajuda se a mão perder força.

Referências

Sociedade da Mão, 2019.

Esta página foi útil?
Mapa do site
""",
    title="Síndrome do túnel do carpo",
    outline=[
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "Como se manifesta?", []),
        ("diagnosis", "Como é feito o diagnóstico?", ["Exames complementares"]),
        ("treatments", "Como se trata?", ["Tala", "Cirurgia"]),
        ("further", "Gravidez e amamentação", []),
        ("further", "Quando procurar um médico?", []),
    ],
    dropped=[
        "Ir para o conteúdo",
        "Início",
        "Referências",
        "Sociedade da Mão, 2019.",
        "Esta página foi útil?",
        "Mapa do site",
    ],
)

ITALIAN = Wordings(
    headings={
        "Che cos’è la gastrite?": "definition",
        "Cos’è": "definition",
        "Definizione": "definition",
        "Panoramica": "definition",
        "Generalità": "definition",
        "Quali sono i tipi di diabete?": "definition",
        "Conoscere la malattia": "definition",
        "Cosa bisogna sapere": "definition",
        "Le cause": "causes",
        "Quali sono le cause della gastrite?": "causes",
        "Cosa provoca la gotta?": "causes",
        "A cosa è dovuta?": "causes",
        "Cause e fattori di rischio": "causes",
        "Chi è a rischio?": "causes",
        "Come si trasmette?": "causes",
        "Perché viene la gotta?": "causes",
        "Eziologia e patogenesi": "causes",
        "È contagiosa?": "causes",
        "I sintomi": "signs",
        "Quali sono i sintomi della gastrite?": "signs",
        "Segni e sintomi": "signs",
        "Come si manifesta?": "signs",
        "Come riconoscere un ictus": "signs",
        "Quadro clinico": "signs",
        "Sintomatologia": "signs",
        "La diagnosi": "diagnosis",
        "Come si fa la diagnosi?": "diagnosis",
        "Come viene diagnosticata la malattia?": "diagnosis",
        "Quali esami bisogna fare?": "diagnosis",
        "Esami del sangue": "diagnosis",
        "Esame obiettivo": "diagnosis",
        "Esami di laboratorio e strumentali": "diagnosis",
        "Storia clinica": "diagnosis",
        "Diagnosi differenziale": "diagnosis",
        "Stadiazione": "diagnosis",
        "Il trattamento della gastrite": "treatments",
        "Come si cura?": "treatments",
        "Qual è la terapia?": "treatments",
        "Cura e trattamento": "treatments",
        "Si può guarire?": "treatments",
        "Opzioni terapeutiche": "treatments",
        "Follow-up": "treatments",
        "Studi clinici": "treatments",
        "Prevenzione": "further",
        "Come si previene?": "further",
        "Cosa fare per evitare il contagio?": "further",
        "Complicanze": "further",
        "Decorso e prognosi": "further",
        "Quanto dura?": "further",
        "Quando rivolgersi al medico?": "further",
        "Quando chiamare il 118": "further",
        "Consultare un medico se:": "further",
        "Campanelli d’allarme": "further",
        "Vivere con il diabete": "further",
        "Gravidanza e allattamento": "further",
        "Epidemiologia": "further",
        "Vaccinazione": "further",
        "Domande frequenti": "further",
        "Punti chiave": "same",
        "Consigli": "same",
        "Stadio III": "same",
        "Bibliografia": "boilerplate",
        "Voci correlate": "boilerplate",
        "Collegamenti esterni": "boilerplate",
        "Informazioni su questo opuscolo": "boilerplate",
        "Note legali": "boilerplate",
    },
    approaches={
        "Approccio multidisciplinare": Approach.MULTIDISCIPLINARY,
        "Supporto psicologico": Approach.NON_PHYSICAL,
        "Terapia cognitivo-comportamentale": Approach.NON_PHYSICAL,
        "Cosa posso fare?": Approach.SELF_CARE,
        "Dieta e stile di vita": Approach.SELF_CARE,
        "Infiltrazioni di cortisone": Approach.INTERVENTIONAL,
        "Intervento chirurgico": Approach.INVASIVE,
        "La colecistectomia": Approach.INVASIVE,
        "Fisioterapia": Approach.PHYSICAL,
        "Esercizi per la schiena": Approach.PHYSICAL,
        "Terapia farmacologica": Approach.MEDICINE,
        "Antinfiammatori": Approach.MEDICINE,
        "Radioterapia": Approach.OTHER,
        "Agopuntura": Approach.OTHER,
    },
    unknown=[
        "In cucina",
        "Orari di visita",
        "Il ruolo della famiglia",
        "La mia storia",
        "Il caso di Maria",
        "Contatto con animali",
        "Sul lavoro",
        "Il sonno",
    ],
    boilerplate={
        "Vai al contenuto principale": "navigation",
        "Sei qui: Home > Malattie": "navigation",
        "Torna su": "navigation",
        "Questo sito utilizza i cookie per migliorare la visita.": "cookies",
        "Continuando la navigazione accetti l’uso dei cookie.": "cookies",
        "Condividi su Facebook": "sharing",
        "Stampa questa pagina": "sharing",
        "© 2022 Ospedale Centrale. Tutti i diritti riservati.": "footer",
        "Privacy policy": "footer",
        "Questa pagina ti è stata utile?": "feedback",
        "Ultimo aggiornamento: 3 maggio 2020": "review date",
        "Non sono un robot": "captcha",
        "Grazie per aver compilato il questionario.": "survey",
    },
    text=[
        "Condividere aghi e siringhe",
        "Sei in gravidanza e prendi questo farmaco.",
        "Queste informazioni sul dolore sono utili al medico.",
        "La malattia fu descritta nel 1921.",
    ],
    page="""Vai al contenuto
Home
Sindrome del tunnel carpale

La sindrome del tunnel carpale è la compressione di un nervo del polso.

La causa più frequente della sindrome del tunnel carpale è il gonfiore dei tendini.

Come si manifesta?

Si avvertono i seguenti disturbi:
- formicolio alle dita
- dolore durante la notte

Come si fa la diagnosi?

Il medico visita la mano e pone domande.

Esami strumentali

L'elettromiografia misura la conduzione del nervo.

Come si cura?

Tutore

Il tutore si porta durante la notte.

Intervento chirurgico

L'operazione libera il nervo in anestesia locale.

Gravidanza e allattamento

I disturbi passano spesso dopo il parto.

Quando rivolgersi al medico?

È bene farsi vedere se la mano perde forza.

Bibliografia

Società della Mano, 2019.

Questa pagina ti è stata utile?
Mappa del sito
""",
    title="Sindrome del tunnel carpale",
    outline=[
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "Come si manifesta?", []),
        ("diagnosis", "Come si fa la diagnosi?", ["Esami strumentali"]),
        ("treatments", "Come si cura?", ["Tutore", "Intervento chirurgico"]),
        ("further", "Gravidanza e allattamento", []),
        ("further", "Quando rivolgersi al medico?", []),
    ],
    dropped=[
        "Vai al contenuto",
        "Home",
        "Bibliografia",
        "Società della Mano, 2019.",
        "Questa pagina ti è stata utile?",
        "Mappa del sito",
    ],
)

SPANISH = Wordings(
    headings={
        "¿En qué consiste?": "definition",
        "Visión general": "definition",
        "Datos y cifras": "definition",
        "Nombres alternativos": "definition",
        "¿Qué tipos de diabetes hay?": "definition",
        "Lo que debe saber": "definition",
        "Panorama general": "definition",
        "¿A qué se debe?": "causes",
        "Factores desencadenantes": "causes",
        "¿Quién la padece?": "causes",
        "¿Por qué se produce?": "causes",
        "¿Cómo se contagia?": "causes",
        "Causas y factores de riesgo": "causes",
        "Etiopatogenia": "causes",
        "¿Es contagiosa?": "causes",
        "Los síntomas de la gota": "signs",
        "¿Qué síntomas produce?": "signs",
        "¿Cómo reconocerla?": "signs",
        "¿Cómo sé si tengo gota?": "signs",
        "Cuadro clínico": "signs",
        "Exploración física": "diagnosis",
        "Examen físico": "diagnosis",
        "Historia clínica": "diagnosis",
        "El diagnóstico": "diagnosis",
        "¿Qué pruebas me harán?": "diagnosis",
        "Análisis de sangre": "diagnosis",
        "Diagnóstico diferencial": "diagnosis",
        "¿Tiene cura?": "treatments",
        "¿Se puede curar?": "treatments",
        "El tratamiento de la gota": "treatments",
        "Tratamiento según el estadio": "treatments",
        "Después de la operación": "treatments",
        "Alivio del dolor": "treatments",
        "¿Cómo se previene?": "further",
        "¿Cómo puedo prevenirla?": "further",
        "¿Qué puedo hacer para prevenir la gota?": "further",
        "¿Hay vacuna?": "further",
        "¿Es grave?": "further",
        "¿Cuánto dura?": "further",
        "Expectativas (pronóstico)": "further",
        "Sociedad y cultura": "further",
        "¿A qué médico debo acudir?": "further",
        "Cuándo contactar a un profesional médico": "further",
        "Llame al 911 si:": "further",
        "Signos de alarma": "further",
        "Carcinoma en estadio I y estadio II": "same",
        "Recomendaciones": "same",
        "Lecturas adicionales": "boilerplate",
        "Acerca de este folleto": "boilerplate",
        "Artículos relacionados": "boilerplate",
    },
    approaches={
        "Abordaje multidisciplinar": Approach.MULTIDISCIPLINARY,
        "Terapia cognitivo-conductual": Approach.NON_PHYSICAL,
        "Qué hacer": Approach.SELF_CARE,
        "Estilo de vida y remedios caseros": Approach.SELF_CARE,
        "Bloqueos nerviosos": Approach.INTERVENTIONAL,
        "Tratamiento quirúrgico": Approach.INVASIVE,
        "Ejercicio físico": Approach.PHYSICAL,
        "Tratamiento farmacológico": Approach.MEDICINE,
        "Los antibióticos": Approach.MEDICINE,
        "Acupuntura": Approach.OTHER,
    },
    unknown=[
        "Con el paso del tiempo",
        "Contacto con animales",
        "El papel de la familia",
        "En la cocina",
        "Horario de visitas",
        "Mi historia",
        "Sobre la marcha",
    ],
    boilerplate={
        "Omitir e ir al contenido": "navigation",
        "Usted está aquí: Inicio": "navigation",
        "Al continuar navegando acepta el uso de cookies.": "cookies",
        "Guardar esta página": "sharing",
        "© 2020 Hospital Central. Todos los derechos reservados.": "footer",
        "¿Le resultó útil esta página?": "feedback",
        "Fecha de la última actualización: 3 de mayo de 2020": "review date",
        "No soy un robot": "captcha",
        "Gracias por responder la encuesta.": "survey",
    },
    text=[
        "Guardar este medicamento en la nevera",
        "Compartir agujas",
        "Esta información es útil para el médico de familia.",
    ],
    page="""Saltar al contenido
Inicio
Síndrome del túnel carpiano

El síndrome del túnel carpiano es la compresión de un nervio de la muñeca.

La causa más frecuente del síndrome del túnel carpiano es la hinchazón de los tendones.

¿Cómo se manifiesta?

Se notan las siguientes molestias:
- hormigueo en los dedos
- dolor por la noche

¿Cómo se hace el diagnóstico?

El médico explora la mano y hace preguntas.

Pruebas complementarias

La electromiografía mide la conducción del nervio.

¿Cómo se trata?

Férula

La férula se lleva por la noche.

Cirugía

La operación libera el nervio con anestesia local.

Embarazo y lactancia

Las molestias suelen pasar después del parto.

¿Cuándo debo acudir al médico?

Pida ayuda si la mano pierde fuerza.

Bibliografía

Sociedad de la Mano, 2019.

¿Le resultó útil esta página?
Mapa web
""",
    title="Síndrome del túnel carpiano",
    outline=[
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "¿Cómo se manifiesta?", []),
        ("diagnosis", "¿Cómo se hace el diagnóstico?", ["Pruebas complementarias"]),
        ("treatments", "¿Cómo se trata?", ["Férula", "Cirugía"]),
        ("further", "Embarazo y lactancia", []),
        ("further", "¿Cuándo debo acudir al médico?", []),
    ],
    dropped=[
        "Saltar al contenido",
        "Inicio",
        "Bibliografía",
        "Sociedad de la Mano, 2019.",
        "¿Le resultó útil esta página?",
        "Mapa web",
    ],
)

GERMAN = Wordings(
    headings={
        "Was ist eine Gastritis?": "definition",
        "Was versteht man unter Gicht?": "definition",
        "Auf einen Blick": "definition",
        "Steckbrief": "definition",
        "Kurzübersicht": "definition",
        "Welche Formen gibt es?": "definition",
        "Das Wichtigste in Kürze": "definition",
        "Wie kommt es dazu?": "causes",
        "Was sind die Auslöser?": "causes",
        "Wie steckt man sich an?": "causes",
        "Ansteckungswege": "causes",
        "Erreger": "causes",
        "Wen trifft es?": "causes",
        "Wer ist gefährdet?": "causes",
        "Ursachen und Risikofaktoren": "causes",
        "Krankheitsentstehung": "causes",
        "Ist Gicht ansteckend?": "causes",
        "Klinisches Bild": "signs",
        "Wie erkennt man Gicht?": "signs",
        "Wie äußert sich die Krankheit?": "signs",
        "Wann treten Beschwerden auf?": "signs",
        "Symptome und Beschwerden": "signs",
        "Erste Anzeichen": "signs",
        "Differenzialdiagnose": "diagnosis",
        "Krankengeschichte": "diagnosis",
        "Untersuchungen und Diagnose": "diagnosis",
        "Wie stellt die Ärztin oder der Arzt die Diagnose?": "diagnosis",
        "Welche Untersuchungen werden durchgeführt?": "diagnosis",
        "Bildgebende Verfahren": "diagnosis",
        "Früherkennung": "diagnosis",
        "Konservative Therapie": "treatments",
        "Ist Gicht heilbar?": "treatments",
        "Wie wird Gicht behandelt?": "treatments",
        "Welche Behandlungsmöglichkeiten gibt es?": "treatments",
        "Nach der Operation": "treatments",
        "Nachsorge": "treatments",
        "Was kann ich tun, um Gicht vorzubeugen?": "further",
        "Wie lässt sich Gicht vorbeugen?": "further",
        "Verlauf und Prognose": "further",
        "Wie verläuft die Krankheit?": "further",
        "Wie lange dauert es?": "further",
        "Mögliche Komplikationen": "further",
        "Wann zum Arzt?": "further",
        "Welcher Arzt ist zuständig?": "further",
        "Suchen Sie einen Arzt auf, wenn:": "further",
        "Leben und Alltag": "further",
        "Wie häufig ist Gicht?": "further",
        "Schutzimpfung": "further",
        "Häufige Fragen": "further",
        "Wichtig zu wissen": "same",
        "Stadium III": "same",
        "Quellenangaben": "boilerplate",
        "Über diese Broschüre": "boilerplate",
        "Weblinks": "boilerplate",
    },
    approaches={
        "Interdisziplinäre Behandlung": Approach.MULTIDISCIPLINARY,
        "Entspannungstechniken": Approach.NON_PHYSICAL,
        "Was können Sie selbst tun?": Approach.SELF_CARE,
        "Ernährungsumstellung": Approach.SELF_CARE,
        "Kortisonspritzen": Approach.INTERVENTIONAL,
        "Operative Therapie": Approach.INVASIVE,
        "Krankengymnastik": Approach.PHYSICAL,
        "Manuelle Therapie": Approach.PHYSICAL,
        "Medikamentöse Therapie": Approach.MEDICINE,
        "Antibiotika": Approach.MEDICINE,
        "Strahlentherapie": Approach.OTHER,
        "Naturheilkunde": Approach.OTHER,
    },
    unknown=[
        "Besuchszeiten",
        "Der Fall Maria",
        "Die Rolle der Familie",
        "Im Freien",
        "In der Küche",
        "Kontakt mit Tieren",
        "Meine Geschichte",
        "Schlaf",
    ],
    boilerplate={
        "Direkt zum Inhalt": "navigation",
        "Sie befinden sich hier: Startseite": "navigation",
        "Durch die weitere Nutzung der Seite stimmen Sie der Verwendung von Cookies zu.": "cookies",
        "Alle akzeptieren": "cookies",
        "Artikel teilen": "sharing",
        "© 2020 Klinikum. Alle Rechte vorbehalten.": "footer",
        "Erklärung zur Barrierefreiheit": "footer",
        "War diese Seite hilfreich?": "feedback",
        "Zuletzt überprüft am 3. Mai 2020": "review date",
        "Ich bin kein Roboter": "captcha",
        "Vielen Dank für das Ausfüllen.": "survey",
    },
    text=[
        "Nadeln teilen",
        "Salz speichern",
        "Die Krankheit wurde 1921 beschrieben.",
    ],
    page="""Zum Inhalt springen
Startseite
Karpaltunnelsyndrom

Das Karpaltunnelsyndrom ist die Einengung eines Nervs am Handgelenk.

Die häufigste Ursache des Karpaltunnelsyndroms ist eine Schwellung der Sehnen.

Wie äußert sich die Krankheit?

Man bemerkt folgende Beschwerden:
- Kribbeln in den Fingern
- Schmerzen in der Nacht

Wie wird die Diagnose gestellt?

Die Ärztin untersucht die Hand und stellt Fragen.

Weitere Untersuchungen

Eine Messung zeigt, wie der Nerv leitet.

Wie wird die Krankheit behandelt?

Schiene

Die Schiene trägt man nachts.

Operation

Der Eingriff befreit den Nerv in örtlicher Betäubung.

Schwangerschaft und Stillzeit

Die Beschwerden gehen oft nach der Geburt zurück.

Wann zum Arzt?

Holen Sie Hilfe, wenn die Hand an Kraft verliert.

Quellen

Gesellschaft für die Hand, 2019.

War diese Seite hilfreich?
Impressum
""",
    title="Karpaltunnelsyndrom",
    outline=[
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "Wie äußert sich die Krankheit?", []),
        ("diagnosis", "Wie wird die Diagnose gestellt?", ["Weitere Untersuchungen"]),
        ("treatments", "Wie wird die Krankheit behandelt?", ["Schiene", "Operation"]),
        ("further", "Schwangerschaft und Stillzeit", []),
        ("further", "Wann zum Arzt?", []),
    ],
    dropped=[
        "Zum Inhalt springen",
        "Startseite",
        "Quellen",
        "Gesellschaft für die Hand, 2019.",
        "War diese Seite hilfreich?",
        "Impressum",
    ],
)

DUTCH = Wordings(
    headings={
        "Definitie": "definition",
        "Wat houdt de ziekte in?": "definition",
        "In het kort": "definition",
        "Feiten en cijfers": "definition",
        "Welke vormen zijn er?": "definition",
        "Welke soorten diabetes zijn er?": "definition",
        "Wat u moet weten": "definition",
        "Risicogroepen": "causes",
        "Besmettelijkheid": "causes",
        "Verwekker": "causes",
        "Hoe komt het?": "causes",
        "Hoe kunt u besmet raken?": "causes",
        "Wie loopt risico?": "causes",
        "Is jicht erfelijk?": "causes",
        "Oorzaken en risicofactoren": "causes",
        "Wat merk ik van jicht?": "signs",
        "Waaraan herken je jicht?": "signs",
        "Ziektebeeld": "signs",
        "Wat zijn de verschijnselen van jicht?": "signs",
        "Klachten en verschijnselen": "signs",
        "Lichamelijk onderzoek": "diagnosis",
        "Onderzoek": "diagnosis",
        "Differentiële diagnose": "diagnosis",
        "Hoe stelt de arts de diagnose?": "diagnosis",
        "Hoe wordt jicht vastgesteld?": "diagnosis",
        "Welke onderzoeken krijg ik?": "diagnosis",
        "Bloedonderzoek": "diagnosis",
        "Is jicht te genezen?": "treatments",
        "Is jicht te behandelen?": "treatments",
        "Wat kan je arts doen?": "treatments",
        "Na de operatie": "treatments",
        "Doel van de behandeling": "treatments",
        "Conservatieve behandeling": "treatments",
        "Nazorg": "treatments",
        "Wat kan ik doen om jicht te voorkomen?": "further",
        "Hoe voorkom je jicht?": "further",
        "Wetenschappelijk onderzoek": "further",
        "Is jicht gevaarlijk?": "further",
        "Hoe verloopt de ziekte?": "further",
        "Hoe vaak komt jicht voor?": "further",
        "Bel direct 112 bij:": "further",
        "Naar welke arts ga ik?": "further",
        "Wanneer contact opnemen?": "further",
        "Veelgestelde vragen": "further",
        "Dagelijks leven": "further",
        "Vaccin": "further",
        "Wist je dat": "same",
        "Stadium III": "same",
        "Bron": "boilerplate",
        "Lees ook": "boilerplate",
        "Over deze folder": "boilerplate",
    },
    approaches={
        "Interdisciplinaire aanpak": Approach.MULTIDISCIPLINARY,
        "Cognitieve gedragstherapie": Approach.NON_PHYSICAL,
        "Wat kun je zelf doen?": Approach.SELF_CARE,
        "Leefregels": Approach.SELF_CARE,
        "Zenuwblokkade": Approach.INTERVENTIONAL,
        "De operatie": Approach.INVASIVE,
        "Bewegen": Approach.PHYSICAL,
        "Een spalk": Approach.PHYSICAL,
        "Behandeling met medicijnen": Approach.MEDICINE,
        "Alternatieve behandelingen": Approach.OTHER,
    },
    unknown=[
        "Bezoektijden",
        "Buiten",
        "Contact met dieren",
        "De rol van het gezin",
        "In de keuken",
        "Mijn verhaal",
        "Slaap",
    ],
    boilerplate={
        "Direct naar de inhoud": "navigation",
        "U bent hier: Home": "navigation",
        "Door verder te gaan op deze site accepteert u cookies.": "cookies",
        "Deel deze pagina": "sharing",
        "© 2020 Ziekenhuis. Alle rechten voorbehouden.": "footer",
        "Heeft deze informatie u geholpen?": "feedback",
        "Laatst gewijzigd op 3 mei 2020": "review date",
        "Ik ben geen robot": "captcha",
        "Bedankt voor het invullen van de vragenlijst.": "survey",
    },
    text=[
        "Delen van naalden",
        "De ziekte werd in 1921 beschreven.",
        "Deze informatie is nuttig voor uw huisarts.",
    ],
    page="""Direct naar de inhoud
Home
Carpaletunnelsyndroom

Bij het carpaletunnelsyndroom is een zenuw in de pols bekneld.

De meest voorkomende oorzaak van het carpaletunnelsyndroom is een zwelling van de pezen.

Wat merk ik ervan?

U hebt last van het volgende:
- tintelingen in de vingers
- pijn in de nacht

Hoe stelt de arts de diagnose?

De arts bekijkt de hand en stelt vragen.

Aanvullend onderzoek

Een meting laat zien hoe de zenuw geleidt.

Wat is de behandeling?

Een spalk

De spalk draagt u in de nacht.

Operatie

De ingreep maakt de zenuw vrij onder plaatselijke verdoving.

Zwangerschap en borstvoeding

De klachten gaan vaak over na de bevalling.

Wanneer naar de huisarts?

Vraag hulp als de hand kracht verliest.

Bronnen

Vereniging voor de hand, 2019.

Heeft deze informatie u geholpen?
Disclaimer
""",
    title="Carpaletunnelsyndroom",
    outline=[
        ("definition", None, []),
        ("causes", None, []),
        ("signs", "Wat merk ik ervan?", []),
        ("diagnosis", "Hoe stelt de arts de diagnose?", ["Aanvullend onderzoek"]),
        ("treatments", "Wat is de behandeling?", ["Een spalk", "Operatie"]),
        ("further", "Zwangerschap en borstvoeding", []),
        ("further", "Wanneer naar de huisarts?", []),
    ],
    dropped=[
        "Direct naar de inhoud",
        "Home",
        "Bronnen",
        "Vereniging voor de hand, 2019.",
        "Heeft deze informatie u geholpen?",
        "Disclaimer",
    ],
)

LANGUAGES = {"fr": FRENCH, "pt": PORTUGUESE, "it": ITALIAN, "es": SPANISH, "de": GERMAN, "nl": DUTCH}


def cases(field: str) -> list[tuple[str, ...]]:
    """The entries of one field of every language: (language, text) or (language, text, expected)."""
    found = []
    for language, wordings in LANGUAGES.items():
        entries = getattr(wordings, field)
        pairs = entries.items() if isinstance(entries, dict) else ((entry,) for entry in entries)
        found += [(language, *pair) for pair in pairs]
    return found


@pytest.mark.parametrize(("language", "text", "to"), cases("headings"))
def test_heading(language: str, text: str, to: str) -> None:
    match = lexicon_for(language).heading(text)
    assert match is not None
    assert (match.to, match.sure, match.approach) == (to, True, None)


@pytest.mark.parametrize(("language", "text", "approach"), cases("approaches"))
def test_approach(language: str, text: str, approach: Approach) -> None:
    match = lexicon_for(language).heading(text)
    assert match is not None
    assert (match.to, match.approach) == (Section.TREATMENTS, approach)


@pytest.mark.parametrize(("language", "text"), cases("unknown"))
def test_unknown_wording_goes_nowhere(language: str, text: str) -> None:
    assert lexicon_for(language).heading(text) is None


@pytest.mark.parametrize(("language", "text", "reason"), cases("boilerplate"))
def test_boilerplate(language: str, text: str, reason: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) == reason


@pytest.mark.parametrize(("language", "text"), cases("text"))
def test_text_is_no_boilerplate(language: str, text: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_page(language: str) -> None:
    """Each page has its causes in the definition, a form to drop before and after, and a list that is announced."""
    wordings = LANGUAGES[language]
    document = import_document("a.txt", wordings.page.encode(), language)
    outline = [
        (run.section.value, run.heading, [block.text for block in run.blocks if block.kind is Kind.HEADING])
        for run in document.sections
    ]
    assert document.title == wordings.title
    assert outline == wordings.outline
    assert [drop.text for drop in document.dropped] == wordings.dropped
    assert [flag.kind for flag in document.flags] == [FlagKind.MOVED_TEXT]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "VACCINE INFORMATION STATEMENT"),
        ("en", "Patient information leaflet"),
        ("en", "Information for patients and carers"),
        ("nl", "Patiëntenfolder"),
        ("de", "Informationen für Patienten und Angehörige"),
        ("fr", "Fiche d'information patient"),
        ("es", "Información para pacientes"),
        ("it", "Informazioni per i pazienti"),
        ("pt", "Informação ao doente"),
        ("ru", "Памятка для пациентов"),
        ("zh", "患者须知"),
        ("ar", "معلومات للمرضى"),
    ],
)
def test_what_all_leaflets_are_called(language: str, text: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) == SERIES


def test_stages_are_found_by_examinations() -> None:
    match = lexicon_for("en").heading("What are the stages of gout?", "gout")
    assert match is not None
    assert match.to is Section.DIAGNOSIS


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Book a GP appointment"),
        ("en", "Make an appointment online"),
        ("nl", "Afspraak maken"),
        ("de", "Jetzt Termin vereinbaren"),
        ("fr", "Prendre rendez-vous"),
        ("es", "Pedir cita"),
        ("it", "Prenota una visita"),
        ("pt", "Marcar consulta"),
        ("ru", "Записаться на приём"),
        ("zh", "预约挂号"),
        ("ar", "احجز موعدك الآن"),
    ],
)
def test_a_button_for_an_appointment_is_of_the_site(language: str, text: str) -> None:
    assert lexicon_for(language).boilerplate_reason(text) == "navigation"


@pytest.mark.parametrize("text", ["Make an appointment with your GP if it lasts for a week", "Call for an appointment"])
def test_advice_to_make_an_appointment_stays(text: str) -> None:
    assert lexicon_for("en").boilerplate_reason(text) is None
