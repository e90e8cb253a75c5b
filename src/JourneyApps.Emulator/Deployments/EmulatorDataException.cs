using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Emulator;

/// <summary>The data file cannot be used: it is not a database of the emulator, or was written with another schema.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always says what is wrong.")]
public sealed class EmulatorDataException : Exception
{
    /// <summary>Creates an exception for a data file.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> if there is none.</param>
    public EmulatorDataException(string message, Exception? innerException = null) : base(message, innerException) { }
}
