using System.Text;
using System.Text.Json;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps.Runtime.Tests.Queries;

/// <summary>A reader of the platform's grammar, for terms <c>x = ?</c> that ask whether a bit is set.</summary>
internal sealed class ExpressionEvaluator(RenderedFilter filter, int bits)
{
    private string _rest = filter.Expression;
    private int _argument;

    public bool Evaluate()
    {
        bool value = Or();
        Assert.Equal("", _rest);
        return value;
    }

    private bool Or()
    {
        bool value = And();
        while (Take(" or "))
            value |= And();
        return value;
    }

    private bool And()
    {
        bool value = Term();
        while (Take(" and "))
            value &= Term();
        return value;
    }

    private bool Term()
    {
        if (Take("("))
        {
            bool inner = Or();
            Assert.True(Take(")"), "an open parenthesis");
            return inner;
        }

        Assert.True(Take("x = ?"), $"no term at '{_rest}'");
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
            filter.Arguments[_argument++].WriteTo(writer);
        return (bits >> int.Parse(Encoding.UTF8.GetString(json.ToArray()), System.Globalization.CultureInfo.InvariantCulture) & 1) != 0;
    }

    private bool Take(string text)
    {
        if (!_rest.StartsWith(text, StringComparison.Ordinal))
            return false;

        _rest = _rest[text.Length..];
        return true;
    }
}
