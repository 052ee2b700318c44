//! A mail with words around its programme, as an invitation has it.

/// The mail: five items with their times, on 11 April 2024 in Deventer.
pub const MAIL: &str = "Beste collega's,

Graag tot op de Wijkdag, donderdag 11 april 2024, Deventer.

09.30 Ontvangst met koffie
10.00 Welkom door Tineke Schutte
10.15 De wijk in, door Herman Plooy
12.00 Lunch
13.00 Werkgroepen

Groet,
Dirk
";
