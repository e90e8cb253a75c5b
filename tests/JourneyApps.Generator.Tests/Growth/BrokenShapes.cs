using static JourneyApps.Generator.Tests.Growth.Repeat;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>Documents that are not well-formed, most of them because something is opened again and again and never closed.</summary>
internal static class BrokenShapes
{
    private const string Whole = "<model name=\"b\" label=\"B\"><field name=\"f\" label=\"F\" type=\"text\"/><display>x</display></model>";

    public static IEnumerable<Shape> All { get; } =
    [
        new("comments not closed", BrokenOff("<!--")),
        new("CDATA not closed", BrokenOff("<![CDATA[")),
        new("instructions not closed", BrokenOff("<?")),
        new("declarations not closed", BrokenOff("<!")),
        new("doctypes not closed", BrokenOff("<!DOCTYPE [")),
        new("less-than signs", BrokenOff("<")),
        new("less-than signs and blanks", BrokenOff("< ")),
        new("ampersands", BrokenOff("&")),
        new("long references", BrokenOff("&amp")),
        new("unknown references", InModel(_ => "&unknown;")),
        new("references out of range", InModel(_ => "&#99999999;")),
        new("start tags not closed", BrokenOff("<field name=\"f\" label=\"F\" type=\"text\" ")),
        new("start tags not ended", BrokenOff("<field>")),
        new("models not ended", BrokenOff("<model name=\"a\" label=\"A\">")),
        new("slashes of end tags", BrokenOff("</")),
        new("end tags without start", BrokenOff("</x>")),
        new("end tags of models without start", BrokenOff("</model>")),
        new("end tags not closed", BrokenOff("</model ")),
        new("end tags of opened elements", InModel(_ => "<field></model>")),
        new("double quotes not closed", BrokenOff("<field name=\"")),
        new("single quotes not closed", BrokenOff("<field name='")),
        new("alternating quotes", BrokenOff("<field name=\"'")),
        new("attributes not closed", BrokenOff(" a=\"x\"", "<field")),
        new("attributes without quotes", InModel(i => Text($" a{i}=b"), "<field", "/>")),
        new("attributes without value", InModel(i => Text($" a{i}"), "<field", "/>")),
        new("attributes not separated", InModel(i => Text($"a{i}=''"), "<field ", "/>")),
        new("attributes repeated", InModel(_ => " a=''", "<field", "/>")),
        new("slashes in a tag", InModel(_ => " /", "<field", "/>")),
        new("long tag names not ended", characters => "<data-model>" + Of(characters / 2, "<", "a") + Of(characters / 2, "></", "b")),
        new("dashes in comments", InModel(_ => "-- ", "<!--", "-->")),
        new("comments that hide models", characters => Of(characters, "<data-model>", "<!--x</model>", "&</data-model>")),
        new("CDATA that hides models", characters
            => Of(characters / 2, "<data-model>", "<![CDATA[") + Of(characters / 2, "&", "</model>", "]]></data-model>")),
        new("CDATA before a far end", characters
            => Of(characters / 2, "<data-model>", "<![CDATA[") + Of(characters / 2, "", "&", "</model>]]></data-model>")),
        new("comments before a far end", characters
            => Of(characters / 2, "<data-model>", "<!-- <!x> ") + Of(characters / 2, "& <?", " ? <", "--></data-model>")),
        new("instructions before a far end", characters
            => Of(characters / 2, "<data-model>", "<?x ") + Of(characters / 2, "&", "</object>", "?></data-model>")),
        new("text outside the root", characters => Of(characters, "<data-model/>", "text ")),
        new("text without a root", characters => Of(characters, "", "text ")),
        new("many roots", characters => Of(characters, "<data-model/>", "<data-model/>&")),
        new("prefixes that are not bound", InModel(_ => "<x:a/>")),
        new("prefixes of attributes", InModel(i => Text($" x{i}:a=''"), "<field", "/>")),
        new("nested too deep", BrokenOff("<a>")),
        new("whole models before a broken one", characters => Of(characters, "<data-model>", Whole, "<model name=\"c\"")),
        new("whole models between ampersands", characters => Of(characters, "<data-model>", i
            => "&" + Whole.Replace("\"b\"", Text($"\"b{i}\""), StringComparison.Ordinal), "</data-model>")),
        new("models with one fault each", InRoot(i => Text($"<model name=\"b{i}\" label=B><field name=\"f\" label=\"F\" type=\"text\"/></model>"))),
        new("fields without names", InModel(_ => "<field/>")),
        new("unknown elements", InModel(_ => "<x/>")),
        new("unknown elements with long names", InModel(_ => "<" + new string('x', 2000) + "/>")),
        new("text between elements", InModel(_ => "t<field name=\"f\" label=\"F\" type=\"text\"/>")),
        new("text between comments", InModel(_ => "t<!--x-->")),
        new("text between CDATA", InModel(_ => "t<![CDATA[x]]>")),
        new("fields of unknown types", InModel(i => Text($"<field name=\"f{i}\" label=\"F\" type=\"t{i}\"/>"))),
        new("fields of one name", InModel(_ => "<field name=\"f\" label=\"F\" type=\"text\"/>")),
        new("models of one name", InRoot(_ => Whole)),
        new("options of one key", InChoice(_ => "<option key=\"k\">K</option>")),
        new("links to missing models", InModel(i => Text($"<belongs-to model=\"m{i}\"/>"))),
        new("has-many without belongs-to", InModel(i => Text($"<has-many model=\"a\" name=\"h{i}\"/>"))),
        new("ambiguous has-many", characters => Of(
            characters,
            "<data-model><model name=\"a\" label=\"A\">" + Of(characters / 4, "", i => Text($"<belongs-to model=\"a\" name=\"b{i}\"/>")),
            i => Text($"<has-many model=\"a\" name=\"h{i}\"/>"),
            "<display>x</display></model></data-model>")),
        new("ambiguous has-many with long names", characters => Of(
            characters,
            "<data-model><model name=\"a\" label=\"A\"><belongs-to model=\"a\" name=\"" + new string('b', characters / 4) + "\"/>"
            + "<belongs-to model=\"a\" name=\"" + new string('c', characters / 4) + "\"/>",
            i => Text($"<has-many model=\"a\" name=\"h{i}\"/>"),
            "<display>x</display></model></data-model>")),
        new("faults in a model with a long name", characters => Of(
            characters,
            "<data-model><model name=\"" + new string('b', characters / 2) + "\" label=\"A\">",
            _ => "<field label=\"F\" type=\"text\"/>",
            "<display>x</display></model></data-model>")),
    ];
}
