using static JourneyApps.Generator.Tests.Growth.Repeat;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>Well-formed documents with much of one thing.</summary>
internal static class DocumentShapes
{
    public static IEnumerable<Shape> All { get; } =
    [
        new("models", InRoot(i
            => Text($"<model name=\"m{i}\" label=\"M\"><field name=\"f\" label=\"F\" type=\"text\"/><display>{{f}}</display></model>"))),
        new("empty models", InRoot(i => Text($"<model name=\"m{i}\" label=\"M\"><display>x</display></model>"))),
        new("models that lead to each other", InRoot(i => Text(
            $"<model name=\"m{i}\" label=\"M\"><belongs-to model=\"m{i / 2}\" name=\"up\"/><has-many model=\"m{i}\" name=\"down\" inverse-of=\"up\"/><display>{{up.up.up.id}}</display></model>"))),
        new("models with a has-many of another", InRoot(i => Text(
            $"<model name=\"m{i}\" label=\"M\"><belongs-to model=\"hub\" name=\"hub\"/><display>{{hub.id}}</display></model>"),
            "<model name=\"hub\" label=\"H\"><has-many model=\"m0\" name=\"all\"/><display>x</display></model>")),
        new("has-many to each of many models", characters => Of(
            characters / 2,
            "<data-model>",
            i => Text($"<model name=\"m{i}\" label=\"M\"><belongs-to model=\"hub\"/><display>x</display></model>"),
            "<model name=\"hub\" label=\"H\">")
            + Of(characters / 2, "", i => Text($"<has-many model=\"m{i}\" name=\"h{i}\"/>"), "<display>x</display></model></data-model>")),
        new("fields", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"text\"/>"))),
        new("fields of files", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"photo\"/>"))),
        new("booleans", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"boolean\"/>"))),
        new("options", InChoice(i => Text($"<option key=\"k{i}\">K</option>"))),
        new("options with numbers", InChoice(i => Text($"<option key=\"{i}\">K{i}</option>"), "single-choice-integer")),
        new("options with automatic numbers", InChoice(_ => "<option>K</option>", "single-choice-integer")),
        new("choices", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"single-choice\"><option key=\"k\">K</option></field>"))),
        new("choices with numbers", InModel(i
            => Text($"<field name=\"f{i}\" label=\"F\" type=\"single-choice-integer\"><option key=\"1\">K</option></field>"))),
        new("choices without options", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"multiple-choice\"/>"))),
        new("belongs-to", InModel(i => Text($"<belongs-to model=\"a\" name=\"b{i}\"/>"))),
        new("belongs-to and has-many", InModel(i
            => Text($"<belongs-to model=\"a\" name=\"b{i}\"/><has-many model=\"a\" name=\"h{i}\" inverse-of=\"b{i}\"/>"))),
        new("fields and belongs-to with their ids", characters => Of(
            characters / 2, "<data-model><model name=\"a\" label=\"A\">", i => Text($"<field name=\"b{i}_id\" label=\"F\" type=\"text\"/>"))
            + Of(characters / 2, "", i => Text($"<belongs-to model=\"a\" name=\"b{i}\"/>"), "<display>x</display></model></data-model>")),
        new("fields and has-many of one name", characters => Of(
            characters / 2,
            "<data-model><model name=\"a\" label=\"A\">",
            i => Text($"<field name=\"x{i}\" label=\"F\" type=\"text\"/>"))
            + Of(characters / 2, "<belongs-to model=\"a\"/>", i => Text($"<has-many model=\"a\" name=\"x{i}\" inverse-of=\"a\"/>"), "<display>x</display></model></data-model>")),
        new("has-many that do not point back", InRoot(i => Text(
            $"<model name=\"m{i}\" label=\"M\"><belongs-to model=\"m0\" name=\"up\"/><has-many model=\"m{i}\" name=\"down\" inverse-of=\"up\"/><display>x</display></model>"))),
        new("indexes", InModel(_ => "<index on=\"f\"/>", "<field name=\"f\" label=\"F\" type=\"text\"/><display>x</display>", "")),
        new("keys of an index", characters => Of(
            characters,
            "<data-model><model name=\"a\" label=\"A\"><field name=\"f\" label=\"F\" type=\"text\"/><display>x</display><index on=\"f",
            ",-f",
            "\"/></model></data-model>")),
        new("webhooks", InModel(i => Text($"<webhook type=\"update\" name=\"w{i}\"/>"), "<display>x</display>", "")),
        new("webhooks without names", InModel(_ => "<webhook type=\"update\"/>", "<display>x</display>", "")),
        new("fields of a webhook", InModel(
            i => Text($"<field name=\"f{i}\" required=\"true\" embed=\"false\"/>"), "<display>x</display><webhook type=\"update\">", "</webhook>")),
        new("push messages", InModel(i => Text($"<notify-user message=\"m{i}\"/>"), "<display>x</display>", "")),
        new("attributes of an element", InModel(i => Text($" a{i}=\"\""), "<field name=\"f\" label=\"F\" type=\"text\"", "/><display>x</display>")),
        new("declared prefixes", InModel(i => Text($" xmlns:p{i}=\"u\" p{i}:a=\"\""), "<field name=\"f\" label=\"F\" type=\"text\"", "/><display>x</display>")),
        new("comments", InModel(_ => "<!-- c -->")),
        new("CDATA in a label", InChoice(_ => "<![CDATA[c]]>", "single-choice").AfterOption()),
        new("references in a label", InChoice(_ => "&amp;&#65;", "single-choice").AfterOption()),
        new("elements in a label", InChoice(_ => "<b>b</b>", "single-choice").AfterOption()),
        new("deep nesting", InModel(_ => string.Concat(Enumerable.Repeat("<b>", 100)) + string.Concat(Enumerable.Repeat("</b>", 100)))),
        new("lines", characters => Of(characters, "<data-model>", "\n", "<model name=\"a\" label=\"A\"><display>x</display></model></data-model>")),
        new("lines that end in CR LF", InModel(i => Text($"<field name=\"f{i}\"\r\nlabel=\"F\r\nG\"\r\ntype=\"text\"/>\r\n"))),
        new("version 2", characters => Of(
            characters,
            "<schema>",
            i => Text($"<object name=\"m{i}\" label=\"M\"><attribute name=\"f\" label=\"F\" type=\"string\"/><belongs_to type=\"m0\"/><display format=\"{{f}}\"/></object>"),
            "</schema>")),
        new("escapes without an end in a display", InDisplay("{'", "\\u{0", "'}")),
        new("escapes in names of a display", InDisplay("{a", "+\\u{61}", "}")),
        new("application.xml", InModel(_ => "", "", "<display>x</display>").Once(), Application: characters
            => Of(characters, "<application>", "<x>y</x>", "<api>4.0</api></application>")),
        new("application.xml not closed", InModel(_ => "", "", "<display>x</display>").Once(), Application: characters
            => Of(characters, "<application><api>4.0</api>", "<!--")),
    ];

    private static Func<int, string> InDisplay(string start, string unit, string end)
        => characters => Of(characters, "<data-model><model name=\"a\" label=\"A\"><display>" + start, unit, end + "</display></model></data-model>");

    private static Func<int, string> AfterOption(this Func<int, string> shape)
        => characters => shape(characters)
            .Replace("type=\"single-choice\">", "type=\"single-choice\"><option key=\"k\">", StringComparison.Ordinal)
            .Replace("</field>", "</option></field>", StringComparison.Ordinal);

    private static Func<int, string> Once(this Func<int, string> shape) => _ => shape(0);
}
