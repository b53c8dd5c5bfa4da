package io.focusgen.spec.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document with what is wrong with it, and where. In the table a document ends with a line of three dots; {@code ~} in a document
 * stands for a tab and {@code $} for a blank.
 *
 * @param text the document
 * @param faults its faults as {@code line:column given -> part of the message}, in order
 */
record BadDocument(String text, List<String> faults) {

    static Stream<BadDocument> all() {
        List<BadDocument> all = new ArrayList<>();
        for (String block : (SHAPES + NAMES + TAGS + ACCOUNTS).split("\\n\\.\\.\\.\\n")) {
            String[] parts = block.split("\\n=> ");
            all.add(new BadDocument(parts[0].replace('~', '\t').replace('$', ' '),
                    List.of(parts).subList(1, parts.length)));
        }
        return all.stream();
    }

    @Override
    public String toString() {
        return text.replace("\n", " | ");
    }

    private static final String SHAPES = """
            $
            => 1:1 -> The document is empty
            ...
            # nothing but a comment
            => 1:1 -> The document is empty
            ...
            []
            => 1:1 -> The document must be an object with members of company, units, teams, tags, accounts
            ...
            teams: a
            => 1:8 a -> Teams must be a list of at least one
            ...
            teams:
            => 1:7 '' -> Teams must be a list of at least one
            ...
            teams: null
            => 1:8 '' -> Teams must be a list of at least one
            ...
            teams: []
            => 1:8 -> Teams must be a list of at least one
            ...
            company: Acme
            => 1:1 -> There must be teams
            ...
            {"teams": [{"name": "a"}]
            => 1:26 -> This is neither YAML nor JSON
            ...
            {"teams": [{"name": "a"}]} trailing
            => 1:28 -> This is neither YAML nor JSON
            ...
            teams: [{name: a}
            => 1:18 -> This is neither YAML nor JSON
            ...
            teams:
            ~- name: a
            => 2:1 -> This is neither YAML nor JSON
            ...
            teams:
              - name: a
               weight: 3
            => 3:4 -> This is neither YAML nor JSON
            ...
            teams: "a
            => 1:10 -> This is neither YAML nor JSON
            ...
            teams: [{name: "\\q"}]
            => 1:18 -> This is neither YAML nor JSON
            ...
            teams: [{name: "\\UFFFFFFFF"}]
            => 1:1 -> This is neither YAML nor JSON
            ...
            %YAML 3.0
            --- {teams: [{name: a}]}
            => 1:1 -> This is neither YAML nor JSON
            ...
            teams: &all [{name: a}]
            => 1:8 -> Anchors (&) are not allowed
            ...
            teams: [&a {name: a}, *a]
            => 1:9 -> Anchors (&) are not allowed
            ...
            teams: *all
            => 1:8 -> Aliases (*) are not allowed
            ...
            teams: !!java.util.ArrayList [{name: a}]
            => 1:8 -> Tags (!) are not allowed
            ...
            teams: [{name: !!str a}]
            => 1:16 -> Tags (!) are not allowed
            ...
            !organisation {teams: [{name: a}]}
            => 1:1 -> Tags (!) are not allowed
            ...
            {teams: [{name: a}]}
            ---
            {teams: [{name: b}]}
            => 2:1 -> There is a second document
            ...
            teams: [[[[[[[[a]]]]]]]]
            => 1:15 -> Nothing may be nested more than 8 deep
            ...
            ? [a, b]
            : c
            => 1:3 -> A member's name must be a word
            ...
            <<: {teams: [{name: a}]}
            => 1:1 << -> The document has no such member
            => 1:1 -> There must be teams
            ...
            tems: [{name: a}]
            => 1:1 tems -> The document has no such member
            => 1:1 -> There must be teams
            ...
            teams: [{name: a}]
            teams: [{name: b}]
            => 2:1 teams -> The document has teams once only
            ...
            teams: [{name: a}]
            TEAMS: [{name: b}]
            => 2:1 TEAMS -> The document has teams once only
            ...
            """;

    private static final String NAMES = """
            company: ''
            teams: [{name: a}]
            => 1:10 '' -> A company must be 1 to 50 letters
            ...
            company: "Acme \\"Retail\\""
            teams: [{name: a}]
            => 1:10 Acme "Retail" -> A company must be 1 to 50 letters
            ...
            company: [Acme]
            teams: [{name: a}]
            => 1:10 -> A company must be 1 to 50 letters
            ...
            company: M\u00fcller
            teams: [{name: a}]
            => 1:10 M\u00fcller -> A company must be 1 to 50 letters
            ...
            company: "Acme$"
            teams: [{name: a}]
            => 1:10 Acme$ -> A company must be 1 to 50 letters
            ...
            units: Commerce
            teams: [{name: a}]
            => 1:8 Commerce -> Units must be a list of at least one
            ...
            units: [Commerce, Data, commerce]
            teams: [{name: a}]
            => 1:25 commerce -> There is a unit Commerce already
            ...
            units: [Commerce, Data]
            teams: [{name: a, unit: Comerce}]
            => 2:25 Comerce -> A unit must be one of Commerce, Data
            ...
            teams: [checkout]
            => 1:9 checkout -> A team must be an object with members of name, unit, costCentre
            ...
            teams: [{unit: Data}]
            => 1:9 -> A team must have a name
            ...
            teams: [{name: ''}]
            => 1:16 '' -> A team's name must be 1 to 50 letters
            ...
            teams: [{name: -a}]
            => 1:16 -a -> A team's name must be 1 to 50 letters
            ...
            teams: [{name: a/b}]
            => 1:16 a/b -> A team's name must be 1 to 50 letters
            ...
            teams: [{name: abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy}]
            => 1:16 abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy -> A team's name must be 1 to 50 letters
            ...
            teams:
              - name: data lake
              - name: Data-Lake
            => 3:11 Data-Lake -> There is a team data lake already
            ...
            teams:
              - name: a
                wieght: 10
            => 3:5 wieght -> A team has no such member
            ...
            teams: [{name: a, name: b}]
            => 1:19 name -> A team has name once only
            ...
            teams: [{name: a, cost_center: CC-1, costCentre: CC-2}]
            => 1:38 costCentre -> A team has costCentre once only
            ...
            teams: [{name: a, costCentre: "CC:1"}]
            => 1:31 CC:1 -> A cost centre must be 1 to 50 letters
            ...
            teams: [{name: a, owner: "<script>"}]
            => 1:26 <script> -> An owner must be 1 to 100 letters
            ...
            teams: [{name: a, weight: 0}]
            => 1:27 0 -> A weight must be a whole number from 1 to 1000
            ...
            teams: [{name: a, weight: 1001}]
            => 1:27 1001 -> A weight must be a whole number from 1 to 1000
            ...
            teams: [{name: a, weight: 99999999999999}]
            => 1:27 99999999999999 -> A weight must be a whole number from 1 to 1000
            ...
            teams: [{name: a, weight: -3}]
            => 1:27 -3 -> A weight must be a whole number from 1 to 1000
            ...
            teams: [{name: a, weight: 1.5}]
            => 1:27 1.5 -> A weight must be a whole number from 1 to 1000
            ...
            teams: [{name: a, weight: ten}]
            => 1:27 ten -> A weight must be a whole number from 1 to 1000
            ...
            teams: [{name: a, applications: cart}]
            => 1:33 cart -> Applications must be a list of at least one
            ...
            teams: [{name: a, applications: []}]
            => 1:33 -> Applications must be a list of at least one
            ...
            teams: [{name: a, applications: [cart, {name: b}]}]
            => 1:40 -> An application must be 1 to 50 letters
            ...
            teams:
              - {name: a, applications: [cart]}
              - {name: b, applications: [ledger, cart]}
            => 3:38 cart -> There is an application cart already
            ...
            teams: [{name: a, environments: [qa]}]
            => 1:34 qa -> An environment must be one of prod, staging, dev, sandbox
            ...
            teams: [{name: a, environments: [prod, production]}]
            => 1:40 production -> A team has an environment once only
            ...
            teams: [{name: a, environments: [prod, dev, staging, sandbox, prod]}]
            => 1:63 prod -> There may be at most 4 environments
            ...
            """;

    private static final String TAGS = """
            teams: [{name: a}]
            tags: snake
            => 2:7 snake -> Tags must be an object with members of style, keys, coverage, dirty
            ...
            teams: [{name: a}]
            tags: {styl: snake}
            => 2:8 styl -> Tags has no such member
            ...
            teams: [{name: a}]
            tags: {style: screaming}
            => 2:15 screaming -> A style must be one of snake, kebab, pascal
            ...
            teams: [{name: a}]
            tags: {keys: []}
            => 2:14 -> Keys must be a list of at least one
            ...
            teams: [{name: a}]
            tags: {keys: {}}
            => 2:14 -> Keys must be a list of at least one
            ...
            teams: [{name: a}]
            tags: {keys: [owner, ownr]}
            => 2:22 ownr -> A key must be one of costCentre, environment, owner, team, application, businessUnit
            ...
            teams: [{name: a}]
            tags: {keys: [owner, team, owner]}
            => 2:28 owner -> A key is named once only
            ...
            teams: [{name: a}]
            tags: {keys: {owner: "aws:owner"}}
            => 2:22 aws:owner -> A tag key must be 1 to 50 letters
            ...
            teams: [{name: a}]
            tags: {keys: {owner: goog-owner}}
            => 2:22 goog-owner -> A tag key may not begin like those of the clouds themselves
            ...
            teams: [{name: a}]
            tags: {keys: {owner: Who, team: who}}
            => 2:33 who -> There is a tag key Who already
            ...
            teams: [{name: a}]
            tags: {keys: {colour: blue}}
            => 2:15 colour -> Keys has no such member
            ...
            teams: [{name: a}]
            tags: {coverage: 0.5}
            => 2:18 0.5 -> Coverage must be an object with members of prod, staging, dev, sandbox
            ...
            teams: [{name: a}]
            tags: {coverage: {prod: 1.2, dev: -0.1}}
            => 2:25 1.2 -> A coverage must be 0 to 1 with at most 3 decimals
            => 2:35 -0.1 -> A coverage must be 0 to 1 with at most 3 decimals
            ...
            teams: [{name: a}]
            tags: {coverage: {prod: 90%}}
            => 2:25 90% -> A coverage must be 0 to 1 with at most 3 decimals
            ...
            teams: [{name: a}]
            tags: {dirty: 0.0001}
            => 2:15 0.0001 -> The dirty share must be 0 to 1 with at most 3 decimals
            ...
            """;

    private static final String ACCOUNTS = """
            teams: [{name: a}]
            accounts: {name: a-prod}
            => 2:11 -> Accounts must be a list of at least one
            ...
            teams: [{name: a}]
            accounts: [{name: a-prod}]
            => 2:12 -> An account must have a team
            ...
            teams: [{name: checkout}]
            accounts: [{team: chekout}]
            => 2:19 chekout -> An account's team must be one of the document's
            ...
            teams: [{name: a}]
            accounts: [{team: a, environment: prd}]
            => 2:35 prd -> An environment must be one of prod, staging, dev, sandbox
            ...
            teams: [{name: a, environments: [prod, dev]}]
            accounts: [{team: a, environment: staging}]
            => 2:35 staging -> The team has no environment staging
            ...
            teams: [{name: a}]
            accounts: [{team: a, name: x}, {team: a, name: X}]
            => 2:48 X -> There is an account x already
            ...
            teams: [{name: a}]
            accounts: [{team: a, region: eu}]
            => 2:22 region -> An account has no such member
            ...
            teams: [{name: a}]
            accounts: [{team: a, ids: 123456789012}]
            => 2:27 123456789012 -> Ids must be an object with members of aws
            ...
            teams: [{name: a}]
            accounts: [{team: a, ids: {amazon: 123456789012}}]
            => 2:28 amazon -> Ids has no such member
            ...
            teams: [{name: a}]
            accounts: [{team: a, ids: {aws: "12 34"}}]
            => 2:33 12 34 -> An account's id of aws must be twelve digits
            ...
            teams: [{name: a}]
            accounts: [{team: a, ids: {azure: 123456789012}}]
            => 2:35 123456789012 -> An account's id of azure must be a UUID
            ...
            teams: [{name: a}]
            accounts: [{team: a, ids: {gcp: "12"}}]
            => 2:33 12 -> An account's id of gcp must be 6 to 30 small letters
            ...
            teams: [{name: a}]
            accounts:
              - {team: a, ids: {aws: 123456789012}}
              - {team: a, ids: {aws: 123456789012}}
            => 4:26 123456789012 -> There is an id of aws 123456789012 already
            ...
            units: [Data, data]
            teams:
              - {name: a, weight: none, environments: [live]}
              - {unit: Sales}
            tags: {style: loud}
            => 1:15 data -> There is a unit Data already
            => 3:23 none -> A weight must be a whole number
            => 3:44 live -> An environment must be one of
            => 4:5 -> A team must have a name
            => 4:12 Sales -> A unit must be one of Data
            => 5:15 loud -> A style must be one of
            ...
            """;
}
