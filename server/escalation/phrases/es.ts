import { wordSet } from '../phrase.ts'
import { phraseList } from './phrase-list.ts'

export const es = phraseList({
  sets: {
    talk: wordSet('hablar charlar chatear conversar comunicarme platicar comunicar hablarle'),
    to: wordSet('con a al'),
    person: wordSet(
      `alguien humano humana humanos persona personas agente asesor asesora operador operadora
       representante empleado empleada encargado encargada gerente jefe jefa dueno duena vendedor
       vendedora responsable companero companera equipo asistente dependiente dependienta soporte
       supervisor supervisora ejecutivo ejecutiva servicio atencion personal`,
    ),
    human: wordSet(
      `alguien humano humana persona agente asesor asesora operador operadora representante encargado
       encargada gerente vendedor vendedora responsable supervisor`,
    ),
    a: wordSet('un una el la los las su sus algun alguna otro otra tu'),
    real: wordSet(
      'real reales verdadero verdadera humano humana ser autentico viva vivo otra otro',
    ),
    want: wordSet(
      `quiero queria quisiera necesito deseo prefiero preferiria exijo gustaria busco requiero
       necesitaria`,
    ),
    may: wordSet('puedo podria podemos podriamos puede pueden dejame dejeme dejenme posible se'),
    help: wordSet(
      'ayude ayudar atienda atender llame llamar responda responder hable hablar conteste ayudarme',
    ),
    goesOn: wordSet('$ por ya ahora que para y no o real humano humana directamente de'),
    machine: wordSet('bot bots chatbot robot robots maquina maquinas ordenador computadora ia'),
    self: wordSet(
      `usted ustedes ti vosotros contigo el ella ellos mi mis nuestro nuestra este esta eso un una la
       los las su tu lo`,
    ),
    no: wordSet('no nop nunca sin jamas'),
  },
  misspelt: ['talk', 'human'],
  notMisspelt: wordSet(
    `hablo hable habla hablan hallar personal personas persons personar humanos humans agentes gente
     agencia responsables responsible cargado asesores vendedores`,
  ),
  asks: [
    '{talk} directamente|ya|ahora? {to} {a}? {real}? {real}? {person}',
    '{talk} con atencion al cliente',
    '{may}|{want} {talk} directamente? con !{self}',
    '{may}|{want} {talk} directamente? con un|una|el|la|su !{machine}',
    '{a}? {person} ..2 con quien|la|el|que ..1 ..2 {talk}',
    'con quien|alguien puedo|podria|debo|tengo ..1 {talk}',
    'contactar|contacto|comunicarme|contactarme con ..1 {a}? {real}? {person}',
    'contactar|llamar a? alguien|humano|persona|agente|asesor',
    'paseme|pasame|pasenme|comuniqueme|comunicame|comuniquenme|conecteme|conectame|transfierame|transfiereme|derivame|deriveme con|a|al',
    'ponme|pongame|ponganme con',
    'me pase|pasa|pasan|pasas|comunica|comunique|conecta|conecte|transfiera|transfiere con',
    'me pase|pasa|transfiera|transfiere a {a}? {real}? {human}',
    'pasarme|comunicarme|conectarme|transferirme|derivarme con|a|al',
    'ponerme|ponganme|pongame|ponme en contacto',
    '{want} {a}? {real}? {human} {goesOn}',
    '{want} que ..2 alguien|persona|humano|agente ..2 {help}',
    '{want} que me {help} ..1 alguien|persona|humano|agente',
    '{want} ayuda|asistencia|atencion|soporte|servicio|apoyo ..3 humano|humana|persona|manual|real',
    '{want} atencion al cliente',
    '{want} servicio al cliente',
    'me|nos puede|podria|podrian|pueden llamar|atender|contactar ..1 alguien|persona|humano',
    'puede|podria alguien ..1 llamarme|ayudarme|atenderme|contactarme|llamar',
    'alguien puede|podria ..1 llamarme|ayudarme|atenderme|contactarme|llamar',
    'alguien que me|pueda llame|ayude|atienda|ayudarme|atenderme|llamarme',
    'me puede|podria llamar|atender alguien|una|un',
    'llamenme|llameme|llamame $|por|ahora|al|manana',
    'que me llamen|llame',
    'hay {a}? {real}? persona|humano|humana|agente|asesor {real}? $|ahi|aqui|disponible',
    'hay {a}? {real}? persona|humano|humana|agente|asesor|alguien con|que la|el|quien|me|pueda',
    'hay alguien {real}? $|ahi|aqui|disponible',
    'hay alguien en linea',
    '^ alguien $|ahi|aqui',
    'un|una|que {real}? persona|humano|humana|agente ..1 me? atienda|ayude|responda|atender|conteste',
    'atienda|atenderme|atendida|atendido ..1 persona|humano|alguien',
    '{no} ..1 {want} {talk}|chatear ..1 {to} un|una|este|esta? {machine}',
    '^ no|basta|harto mas|de|al|con|un? {machine} $',
    'harto|cansado|harta|cansada de ..2 {machine}',
  ],
  asksAlone: [
    '^ humano|humana|persona|agente|asesor|asesora|operador|operadora|representante|alguien|encargado|encargada $',
    '^ persona|humano|agente|asesor real|humana|humano $',
    '^ ser humano $',
    '^ {real} persona|humano|agente|asesor $',
    '^ {talk} con|a humano|persona|agente|asesor|alguien|operador $',
    '^ servicio|atencion al cliente $',
    '^ servicio|atencion|ayuda|asistencia|soporte humano|humana $',
    '^ contactar|contacto con? soporte|cliente $',
    '^ apoyo|soporte $',
    '^ llamame|llameme|llamenme $',
  ],
  refuses: [
    '{no} {want}|hace|es|hay|tengo|quieres|quiere|me|deseo? falta|necesario|necesidad|que|ganas|gustaria? de|que|con? a?',
    '{no} me|se?',
    '{no} tener? que',
    'en lugar|vez de',
  ],
  mentions: ['hay que', 'debo', 'estoy|estas|estaba', 'si|antes tengo|de que?'],
  asksWhether: [
    'eres|es|sois|son usted|tu|ustedes|de? ..2 humano|humana|persona|robot|bot|maquina|ia|real',
    'estoy|hablo hablando|chateando|con con? ..3 humano|humana|persona|robot|bot|maquina|ia|alguien',
    'hablo con ..2 humano|persona|robot|bot|maquina|ia',
    'con quien hablo|estoy|chateo',
    'esto es ..1 robot|bot|ia|humano',
    'esto es una|un maquina|ordenador $|o|que',
    'humano o ..2 {machine}',
    'persona o ..2 {machine}',
    '{machine} o ..2 humano|persona',
  ],
  declines: [
    '^ {no} {no}? $',
    '^ {no} gracias $',
    '^ {no} muchas gracias $',
    '^ gracias {no}|pero {no}? $',
    '^ {no}? {no} hace falta $',
    '^ {no}? {no} es|sera necesario $',
    '^ {no}? {no} quiero|necesito|deseo a? nadie|nada|eso|un|una|ninguna|ningun? persona|agente|humano? $',
    '^ {no}? ahora|todavia|aun|mejor {no} $',
    '^ {no}? por ahora|el no|momento $',
    '^ {no}? de momento no? $',
    '^ {no}? {no}? te|se preocupes|preocupe $',
    '^ {no}? asi|ya esta? bien $',
    '^ {no}? esta bien asi? $',
    '^ {no}? continua|continue|sigue|siga|sigamos|continuemos|adelante $',
    '^ mas tarde $',
    '^ tal vez mas? tarde|luego? $',
    '^ quizas|quiza luego|despues|mas tarde? $',
    '^ dejalo|dejelo|olvidalo|olvidelo $',
  ],
  polite: wordSet(
    `por favor hola buenas buenos dias tardes ok vale gracias si ya ahora un una el la quiero necesito
     puedo con bueno entonces pues`,
  ),
})
