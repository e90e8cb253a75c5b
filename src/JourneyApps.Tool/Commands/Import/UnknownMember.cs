using JourneyApps.Schema;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>What to say about a name that the model does not have.</summary>
internal static class UnknownMember
{
    public static string Message(string name, Model model)
        => $"'{name}' is nothing of {model.Name}. It has: {string.Join(", ", Column.Of(model, labels: false).Select(column => column.Member).Distinct())}. "
        + "Or add --ignore-unknown.";
}
