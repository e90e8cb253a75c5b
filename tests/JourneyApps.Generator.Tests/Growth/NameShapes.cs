using static JourneyApps.Generator.Tests.Growth.Repeat;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>Names and texts that collide in C# or are long, displays, <c>schema.names</c> and the JSON form.</summary>
internal static class NameShapes
{
    public static IEnumerable<Shape> All { get; } =
    [
        new("models that collide", InRoot(i
            => Text($"<model name=\"{SameInCSharp(i)}\" label=\"M\"><display>x</display></model>"))),
        new("fields that collide", InModel(i => Text($"<field name=\"{SameInCSharp(i)}\" label=\"F\" type=\"text\"/>"))),
        new("choices that collide", InModel(i => Text($"<field name=\"{SameInCSharp(i)}\" label=\"F\" type=\"single-choice\"/>"))),
        new("belongs-to that collide", InModel(i => Text($"<belongs-to model=\"a\" name=\"{SameInCSharp(i)}\"/>"))),
        new("has-many that collide", InModel(i => Text(
            $"<belongs-to model=\"a\" name=\"b{i}\"/><has-many model=\"a\" name=\"{SameInCSharp(i)}\" inverse-of=\"b{i}\"/>"))),
        new("options that collide", InChoice(i => Text($"<option key=\"{SameInCSharp(i)}\">K</option>"))),
        new("options of signs", InChoice(i => Text($"<option key=\"++++++++{new string('+', i % 50)}-{i}\">+</option>"))),
        new("options with one label", InChoice(i => Text($"<option key=\"{i}\">same</option>"), "multiple-choice-integer")),
        new("options that end in digits", InChoice(i => Text($"<option key=\"v-{i % 2}{new string('-', i / 2 % 90)}{i}\">9</option>"))),
        new("models with reserved names", InRoot(i => Text(
            $"<model name=\"task{new string('_', i % 200)}\" label=\"M\"><display>x</display></model>"))),
        new("long names", InModel(i => Text($"<field name=\"f{new string('x', 500)}{i}\" label=\"F\" type=\"text\"/>"))),
        new("long option keys", InChoice(i => Text($"<option key=\"{new string('x', 500)}{i}\">K</option>"))),
        new("one long option key of digits", characters => InChoice(_ => "")(0).Replace(
            "</field>", "<option key=\"" + new string('1', characters) + "\">K</option></field>", StringComparison.Ordinal)),
        new("one long model name", characters => InModel(_ => "")(0).Replace(
            "name=\"a\"", "name=\"m" + new string('x', characters) + "\"", StringComparison.Ordinal)),
        new("one long model name and many fields", InLongModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"text\"/>")), NamesRepeat: true),
        new("one long model name and many choices", InLongModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"single-choice\"/>")), NamesRepeat: true),
        new("one long model name and many fields that collide", InLongModel(i
            => Text($"<field name=\"{SameInCSharp(i)}\" label=\"F\" type=\"text\"/>")), NamesRepeat: true),
        new("one long model name and many webhooks", characters => Of(
            characters,
            "<data-model><model name=\"m" + new string('x', characters / 2) + "\" label=\"A\"><display>x</display>",
            i => Text($"<webhook type=\"update\" receiver=\"cloudcode\" action=\"a{i}\"/>"),
            "</model></data-model>")),
        new("one long field name and many options", characters => Of(
            characters,
            "<data-model><model name=\"a\" label=\"A\"><field name=\"f" + new string('x', characters / 2) + "\" label=\"F\" type=\"single-choice\">",
            i => Text($"<option key=\"{SameInCSharp(i)}\">K</option>"),
            "</field><display>x</display></model></data-model>"), NamesRepeat: true),
        new("one long label", characters => InModel(_ => "")(0).Replace("label=\"A\"", "label=\"" + new string('x', characters) + "\"", StringComparison.Ordinal)),
        new("long labels", InModel(i => Text($"<field name=\"f{i}\" label=\"{new string('x', 1000)}\" type=\"text\"/>"))),
        new("labels of line breaks", InModel(i => Text($"<field name=\"f{i}\" label=\"{new string('\n', 1000)}\" type=\"text\"/>"))),
        new("parts of a display", InDisplay(_ => "{f} ")),
        new("parts of a display that are not defined", InDisplay(i => Text($"{{g{i}}}"))),
        new("path of a display", characters => Of(
            characters, "<data-model><model name=\"a\" label=\"A\"><belongs-to model=\"a\" name=\"b\"/><display>{b", ".b", "}</display></model></data-model>")),
        new("braces of a display", InDisplay(_ => "{")),
        new("braces of a display that close", InDisplay(_ => "}")),
        new("quotes of a display", InDisplay(_ => "{'")),
        new("code in a display", InDisplay(_ => "{$:f}")),
        new("calls in a display", InDisplay(_ => "{f(")),
        new("expression of a display", characters => Of(
            characters, "<data-model><model name=\"a\" label=\"A\"><field name=\"f\" label=\"F\" type=\"text\"/><display>{f", " + f", "}</display></model></data-model>")),
        new("parentheses of a display", characters => Of(
            characters, "<data-model><model name=\"a\" label=\"A\"><field name=\"f\" label=\"F\" type=\"text\"/><display>{f", "(", "}</display></model></data-model>")),
        new("words of a display", characters => Of(
            characters, "<data-model><model name=\"a\" label=\"A\"><field name=\"f\" label=\"F\" type=\"text\"/><display>{f", " of", "}</display></model></data-model>")),
        new("names for fields", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"text\"/>")), NameOverrides: characters
            => Of(characters / 4, "", i => Text($"a.f{i} = G{i}\n"))),
        new("names for models", InRoot(i => Text($"<model name=\"m{i}\" label=\"M\"><display>x</display></model>")), NameOverrides: characters
            => Of(characters / 4, "", i => Text($"m{i} = G{i}\nm{i}[] = H{i}\n"))),
        new("names for options", InChoice(i => Text($"<option key=\"k{i}\">K</option>")), NameOverrides: characters
            => Of(characters / 4, "", i => Text($"a.f[\"k{i}\"] = G{i}\n"))),
        new("names that are refused", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"text\"/>")), NameOverrides: characters
            => Of(characters / 4, "", i => Text($"a.f{i} = Same\n"))),
        new("names for options that are refused", InChoice(i => Text($"<option key=\"k{i}\">K</option>")), NameOverrides: characters
            => Of(characters / 4, "", i => Text($"a.f[\"k{i}\"] = Same\n"))),
        new("names for elements that do not exist", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"text\"/>")), NameOverrides: characters
            => Of(characters / 4, "", i => Text($"a.g{i} = G{i}\n"))),
        new("names that are malformed", InModel(_ => "").Once(), NameOverrides: characters => Of(characters, "", "a.f[\"\n")),
        new("names on one line", InModel(_ => "").Once(), NameOverrides: characters => Of(characters, "a = ", "x")),
        new("JSON models", InJson(i => Text($"\"m{i}\":{{\"fields\":{{\"f\":{{\"type\":\"text\"}}}},\"belongs_to\":{{\"up\":{{\"model\":\"m0\",\"inverse_of\":\"h{i}\"}}}}}}"))),
        new("JSON fields", InJsonModel(i => Text($"\"f{i}\":{{\"type\":\"text\"}}"))),
        new("JSON fields of unknown types", InJsonModel(i => Text($"\"f{i}\":{{\"type\":\"x\"}}"))),
        new("JSON options", Json("{\"models\":{\"a\":{\"fields\":{\"f\":{\"type\":\"single-choice\",\"options\":[", i
            => Text($"{(i == 0 ? "" : ",")}{{\"key\":\"k{i}\",\"display\":\"K\",\"index\":{i}}}"), "]}}}}}")),
        new("JSON members of one name", Json("{\"models\":{", i => Text($"{(i == 0 ? "" : ",")}\"m\":{{}}"), "}}")),
        new("JSON not closed", Json("{\"models\":", _ => "{\"a\":", "")),
        new("JSON arrays not closed", Json("{\"models\":", _ => "[", "")),
        new("JSON escapes", Json("{\"models\":{\"a\":{\"label\":\"", _ => "\\u0041\\n", "\"}}}")),
    ];

    private static Func<int, string> InLongModel(Func<int, string> item) => characters => Of(
        characters,
        "<data-model><model name=\"m" + new string('x', characters / 2) + "\" label=\"A\">",
        item,
        "<display>x</display></model></data-model>");

    private static Func<int, string> InDisplay(Func<int, string> item)
        => InModel(item, "<field name=\"f\" label=\"F\" type=\"text\"/><display>", "</display>");

    private static Func<int, string> InJson(Func<int, string> member) => Json("{\"models\":{", i => (i == 0 ? "" : ",") + member(i), "}}");

    private static Func<int, string> InJsonModel(Func<int, string> member)
        => Json("{\"models\":{\"a\":{\"fields\":{", i => (i == 0 ? "" : ",") + member(i), "}}}}");

    private static Func<int, string> Json(string head, Func<int, string> item, string tail) => characters => Of(characters, head, item, tail);

    private static Func<int, string> Once(this Func<int, string> shape) => _ => shape(0);
}
