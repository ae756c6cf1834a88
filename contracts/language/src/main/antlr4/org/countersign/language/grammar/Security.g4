/*
 * The security language: one line is one clause. Which words there are, and what may follow each, is not in here: rules
 * come from the ledger's catalogue, everything else from the tables in the package `vocabulary`. So a new rule or a new
 * instrument changes no grammar. Section headings are clauses of a single word.
 *
 * The parser gets one clause at a time; ClauseLines says which lines are one.
 */
grammar Security;

line
    : clause EOF
    ;

clause
    : scope
    | requirement
    | phrase
    ;

// For what the requirements after it are meant.
scope
    : ALWAYS
    | ON operations=items ( FOR categories=items )? ( IN jurisdictions=items )? ( WHEN condition )?
    | FOR categories=items ( IN jurisdictions=items )? ( WHEN condition )?
    | IN jurisdictions=items ( WHEN condition )?
    | WHEN condition
    ;

requirement
    : ( REQUIRE | FORBID ) condition
    ;

condition
    : WHEN premise=condition THEN consequence=condition
    | alternatives
    ;

alternatives
    : conjunction ( OR conjunction )*
    ;

conjunction
    : atom ( AND atom )*
    ;

atom
    : NOT atom
    | '(' condition ')'
    | phrase
    ;

// A word and what belongs to it: values, each of them after the name of its parameter where there are several.
phrase
    : WORD items*
    ;

items
    : expression ( ',' expression )*
    ;

expression
    : value ( ( '+' | '-' ) value )*
    ;

value
    : PERCENTAGE ( OF NUMBER unit )?
    | NUMBER unit?
    | DATE
    | TIME
    | ZONE
    | CODE
    | TEXT
    | word
    ;

unit
    : UNITS
    | PERIOD_UNIT
    | CODE
    ;

// Words that begin a clause of their own may also name a parameter or a value.
word
    : WORD
    | ALWAYS
    | ON
    | FOR
    | IN
    ;

ALWAYS      : 'always' ;
ON          : 'on' ;
FOR         : 'for' ;
IN          : 'in' ;
WHEN        : 'when' ;
THEN        : 'then' ;
REQUIRE     : 'require' ;
FORBID      : 'forbid' ;
AND         : 'and' ;
OR          : 'or' ;
NOT         : 'not' ;
OF          : 'of' ;
UNITS       : 'unit' 's'? ;
PERIOD_UNIT : ( 'day' | 'week' | 'month' | 'year' ) 's'? ;

DATE        : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT ;
TIME        : DIGIT DIGIT ':' DIGIT DIGIT ;
PERCENTAGE  : FIGURES '%' ;
NUMBER      : FIGURES ;
WORD        : [a-z] [a-z0-9]* ( '-' [a-z0-9]+ )* ;
CODE        : [A-Z] [A-Z0-9]* ( [.-] [A-Z0-9]+ )* ;
ZONE        : [A-Z] [A-Za-z0-9_+-]* ( '/' [A-Za-z0-9_+-]+ )+ ;
TEXT        : '"' ( '\\' ["\\] | ~["\\\r\n] )* '"' ;

LEFT        : '(' ;
RIGHT       : ')' ;
COMMA       : ',' ;
PLUS        : '+' ;
MINUS       : '-' ;

NEWLINE     : '\r'? '\n' ;
BLANK       : [ \t]+ -> skip ;
COMMENT     : '#' ~[\r\n]* -> channel(HIDDEN) ;

// What is nothing of the language, in pieces as large as a reader sees them.
OPEN_TEXT   : '"' ( '\\' ["\\] | ~["\\\r\n] )* ;
STRANGE     : [A-Za-z0-9_] [A-Za-z0-9_./:\-]* ;
OTHER       : . ;

fragment DIGIT   : [0-9] ;
fragment FIGURES : DIGIT+ ( [,.] DIGIT+ )* ;
