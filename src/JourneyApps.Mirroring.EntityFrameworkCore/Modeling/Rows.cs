using System.CodeDom.Compiler;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Modeling;

/// <summary>Tells generated rows from other entities.</summary>
internal static class Rows
{
    private const string Generator = "JourneyApps.Generator";

    public static bool IsRow(Type type)
        => type.GetCustomAttribute<GeneratedCodeAttribute>()?.Tool == Generator && type.IsDefined(typeof(TableAttribute));
}
