namespace JourneyApps.Schema.Tests;

public sealed class DisplayFormatTests
{
    [Theory]
    [InlineData("{name}", "name")]
    [InlineData("{ name }", "name")]
    [InlineData("{site.customer.name}", "site/customer/name")]
    [InlineData("{d:.2f}", "d .2")]
    [InlineData("{d:.0f}", "d .0")]
    [InlineData("{d:.25f}", "d .25")]
    [InlineData("{n:5}", "n :")]
    [InlineData("{n:05}", "n :")]
    [InlineData("{d:5.2f}", "d :")]
    [InlineData("text only", "'text only'")]
    [InlineData("", "")]
    [InlineData("{n} {{n}} {n}", "n|' '|'{'|'n} '|n")]
    [InlineData("{}", "''")]
    [InlineData("x{ }y", "'x'|''|'y'")]
    [InlineData("{1}", "'1'")]
    [InlineData("{1.5}", "'1.5'")]
    [InlineData("a}b", "'a}'")]
    [InlineData("a}}b", "'a}b'")]
    [InlineData("x}}y}z", "'x}y}'")]
    [InlineData("{{", "'{'")]
    [InlineData("{", "'{'")]
    [InlineData("{t", "'{t'")]
    [InlineData("a {t", "'a '|'{t'")]
    [InlineData("{$:f()}", "code {$:f()}")]
    [InlineData("{$:f({a: 1})}!", "code {$:f({a: 1})}|'!'")]
    [InlineData("{n + 1}", "code {$:n + 1}")]
    [InlineData("{?x}", "unsupported {?x}")]
    [InlineData("{x ? 1 : 2}", "code {$:x ? 1 : 2}")]
    [InlineData("{first name}", "first")]
    [InlineData("{typeof x}", "code {$:typeof x}")]
    [InlineData("{'it''s'}", "'it'")]
    [InlineData("{'a}b'}c", "'a}b'|'c'")]
    [InlineData("{it's {n}", "'{it's {n}'")]
    [InlineData("{t }} {", "t|'}{'")]
    [InlineData("{t } }} {x", "t|' } '|'{x'")]
    [InlineData("a}} {x }} {", "'a} '|x|'}{'")]
    [InlineData("{x:.2}", "x :")]
    [InlineData("{x:5abc}", "x :")]
    [InlineData("{x:.2f!}", "x .2")]
    [InlineData("{x:f}", "code {$:f}")]
    [InlineData("{x:%G}", "unsupported {x:%G}")]
    [InlineData("{x:,}", "unsupported {x:,}")]
    [InlineData("{x: .2f}", "unsupported {x: .2f}")]
    [InlineData("{at:YYYY}", "code {$:YYYY}")]
    [InlineData("{a.}", "unsupported {a.}")]
    [InlineData("{a..b}", "unsupported {a..b}")]
    [InlineData("{a!}", "unsupported {a!}")]
    [InlineData("{a.b:YYYY}", "unsupported {a.b:YYYY}")]
    [InlineData("{a b:.2f}", "a")]
    [InlineData("{a:.2:.2}", "unsupported {a:.2:.2}")]
    [InlineData("{a[0]}", "a[0]")]
    [InlineData("{$a}", "$a")]
    [InlineData("{(a.b)}", "a/b")]
    [InlineData("{await a}", "a")]
    [InlineData("{a?.b}", "code {$:a?.b}")]
    [InlineData("{a ?? b || c}", "unsupported {a ?? b || c}")]
    [InlineData("{[a,,b]}", "unsupported {[a,,b]}")]
    [InlineData("{`a${b}c`}", "code {$:`a${b}c`}")]
    [InlineData("{/a}/.test(b)}", "unsupported {/a}|'/.test(b)}'")]
    [InlineData("{x => x + 1}", "code {$:x => x + 1}")]
    [InlineData("{true}{null}{0x1f}{1_000}{1e21}{.5}{08}", "'true'|''|'31'|'1000'|'1e+21'|'0.5'|'8'")]
    [InlineData("{'\\u0041\\x42\\n'}", "'AB\n'")]
    [InlineData("{a//}", "unsupported {a//}")]
    [InlineData("{/* a */ b}", "b")]
    [InlineData("{if (a) b}", "unsupported {if (a) b}")]
    [InlineData("{a:{b}}", "''")]
    [InlineData("{\\u0061b}", "ab")]
    [InlineData("{straße}", "straße")]
    public void A_format_is_taken_apart(string format, string expected) =>
        Assert.Equal(expected, string.Join("|", DisplayFormat.Parse(format).Parts.Select(Describe)));

    [Fact]
    public void Parts_know_where_they_stand()
    {
        const string Format = "ab { site.name } {{ {cost:.2f}";
        string[] values = [.. DisplayFormat.Parse(Format).Parts.Where(part => part.Kind == DisplayPartKind.Value).Select(part => Format.Substring(part.Start, part.Length))];
        Assert.Equal(["site.name", "cost"], values);
    }

    [Theory]
    [InlineData("{t} {nope}", "nope")]
    [InlineData("{ nope }", " nope")]
    [InlineData("{(nope)}", "(nope")]
    [InlineData("{t[0]}", "t[0]")]
    [InlineData("{p. t}", "p. t")]
    [InlineData("{nope:.2f}", "nope")]
    [InlineData("&#65; {nope} &amp;", "nope")]
    [InlineData("<![CDATA[{t} {nope}]]>", "nope")]
    [InlineData("{t}<!-- {gone} -->{nope}", "nope")]
    [InlineData("{no<!-- a comment inside -->pe}", "no<!-- a comment inside -->pe")]
    [InlineData("{p.p.nope}", "p.p.nope")]
    [InlineData("{loc.timestamp}", "loc.timestamp")]
    [InlineData("{t.length}", "t.length")]
    [InlineData("{many.t}", "many.t")]
    [InlineData("{id.t}", "id.t")]
    [InlineData("{T}", "T")]
    public void An_undefined_name_is_found_at_its_characters(string display, string expected)
    {
        string text = Schema(display);
        SchemaDiagnostic finding = Assert.Single(SchemaParser.Parse(text).Diagnostics);
        Assert.Equal(SchemaRules.DisplayNameUndefined, finding.Rule);
        Assert.Equal(expected, text.Substring(finding.Range!.Start, finding.Range.Length));
    }

    [Theory]
    [InlineData("{t}{p}{p_id}{p.t}{p.p.p.t}{p.id}{id}{many}{loc.latitude}{loc.vertical_accuracy}{p.loc.altitude}{x:.2f}")]
    [InlineData("{}{unclosed")]
    public void What_is_defined_draws_no_finding(string display) => Assert.Empty(SchemaParser.Parse(Schema(display.Replace("{x", "{t", StringComparison.Ordinal))).Diagnostics);

    private static string Schema(string display) =>
        "<data-model><model name='m' label='M'><field name='t' label='' type='text'/><field name='loc' label='' type='location'/>"
        + $"<belongs-to model='m' name='p'/><has-many model='m' name='many'/><display>{display}</display></model></data-model>";

    private static string Describe(DisplayPart part) => part.Kind switch
    {
        DisplayPartKind.Literal => $"'{part.Text}'",
        DisplayPartKind.Code => $"code {part.Text}",
        DisplayPartKind.Unsupported => $"unsupported {part.Text}",
        _ => string.Join("/", part.Path) + (part.Decimals is { } decimals ? $" .{decimals}" : part.Specifier is null ? "" : " :"),
    };
}
