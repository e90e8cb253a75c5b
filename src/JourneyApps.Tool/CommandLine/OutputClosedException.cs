namespace JourneyApps.Tool.CommandLine;

/// <summary>Ends the command because the program that reads its output has ended, such as <c>head</c> after its last line.</summary>
internal sealed class OutputClosedException(Exception cause) : Exception("The reader of the output has ended.", cause);
