using System.Globalization;
using System.Text;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>Builds texts of about a length.</summary>
internal static class Repeat
{
    /// <summary>A text, and an item again and again until the length is reached.</summary>
    public static string Of(int characters, string head, Func<int, string> item, string tail = "")
    {
        StringBuilder text = new(characters + 1000);
        text.Append(head);
        for (int i = 0; text.Length + tail.Length < characters; i++) text.Append(item(i));
        return text.Append(tail).ToString();
    }

    public static string Of(int characters, string head, string item, string tail = "") => Of(characters, head, _ => item, tail);

    /// <summary>One model with items in it.</summary>
    public static Func<int, string> InModel(Func<int, string> item, string before = "", string after = "<display>x</display>")
        => characters => Of(characters, "<data-model><model name=\"a\" label=\"A\">" + before, item, after + "</model></data-model>");

    /// <summary>One model with a choice that has items in it.</summary>
    public static Func<int, string> InChoice(Func<int, string> item, string type = "single-choice")
        => InModel(item, "<field name=\"f\" label=\"F\" type=\"" + type + "\">", "</field><display>x</display>");

    /// <summary>A schema of items.</summary>
    public static Func<int, string> InRoot(Func<int, string> item, string before = "")
        => characters => Of(characters, "<data-model>" + before, item, "</data-model>");

    /// <summary>One model whose text breaks off in a run of marks.</summary>
    public static Func<int, string> BrokenOff(string mark, string before = "")
        => characters => Of(characters, "<data-model><model name=\"a\" label=\"L\">" + before, mark);

    /// <summary>One of many names that differ, but not in C#: the bits of a number choose between <c>_b</c> and <c>B</c>.</summary>
    public static string SameInCSharp(int number)
    {
        StringBuilder name = new("a");
        for (int bit = 0; bit < 20; bit++)
        {
            char letter = (char)('b' + bit);
            if ((number >> bit & 1) == 0) name.Append('_').Append(letter);
            else name.Append(char.ToUpperInvariant(letter));
        }

        return name.ToString();
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
