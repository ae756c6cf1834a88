/*
 * What one asks the catalogue. Which attributes there are, and what each can be compared with, is not in here: they come
 * from the words of the language. Values are written as in a source, and read as there.
 */
grammar Search;

query
    : alternatives EOF
    ;

alternatives
    : conjunction ( OR conjunction )*
    ;

conjunction
    : atom ( AND atom )*
    ;

atom
    : NOT atom
    | '(' alternatives ')'
    | term
    ;

term
    : attribute comparison value
    | attribute CONTAINS TEXT
    | attribute ( ALLOWS | BARS ) value
    | REQUIRES WORD
    | HAS attribute
    ;

attribute
    : WORD
    | PATH
    ;

comparison
    : EQUAL
    | UNEQUAL
    | BELOW
    | AT_MOST
    | ABOVE
    | AT_LEAST
    ;

value
    : PERCENTAGE
    | NUMBER ( WORD | CODE )?
    | DATE
    | TIME
    | ZONE
    | CODE
    | TEXT
    | WORD
    ;

AND         : 'and' ;
OR          : 'or' ;
NOT         : 'not' ;
HAS         : 'has' ;
ALLOWS      : 'allows' ;
BARS        : 'bars' ;
REQUIRES    : 'requires' ;
CONTAINS    : 'contains' ;

EQUAL       : '=' ;
UNEQUAL     : '!=' ;
AT_MOST     : '<=' ;
BELOW       : '<' ;
AT_LEAST    : '>=' ;
ABOVE        : '>' ;
LEFT        : '(' ;
RIGHT       : ')' ;

DATE        : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT ;
TIME        : DIGIT DIGIT ':' DIGIT DIGIT ;
PERCENTAGE  : FIGURES '%' ;
NUMBER      : FIGURES ;
WORD        : LETTERS ;
PATH        : LETTERS '.' LETTERS ;
CODE        : [A-Z] [A-Z0-9]* ( [.-] [A-Z0-9]+ )* ;
ZONE        : [A-Z] [A-Za-z0-9_+-]* ( '/' [A-Za-z0-9_+-]+ )+ ;
TEXT        : '"' ( '\\' ["\\] | ~["\\\r\n] )* '"' ;

BLANK       : [ \t\r\n]+ -> skip ;

// What is nothing of the language, in pieces as large as a reader sees them.
OPEN_TEXT   : '"' ( '\\' ["\\] | ~["\\\r\n] )* ;
STRANGE     : [A-Za-z0-9_] [A-Za-z0-9_./:\-]* ;
OTHER       : . ;

fragment LETTERS : [a-z] [a-z0-9]* ( '-' [a-z0-9]+ )* ;
fragment DIGIT   : [0-9] ;
fragment FIGURES : DIGIT+ ( [,.] DIGIT+ )* ;
